// Run by Jenkins when it starts: a simulator service, a pipeline, and its first build. What bin/demo waits for is written
// into files of the home folder.
import hudson.model.Result
import io.jenkins.plugins.videogeneration.service.SimulatorKind
import io.jenkins.plugins.videogeneration.service.VideoService
import io.jenkins.plugins.videogeneration.service.VideoServices
import jenkins.model.Jenkins
import jenkins.model.JenkinsLocationConfiguration
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition
import org.jenkinsci.plugins.workflow.job.WorkflowJob

def jenkins = Jenkins.get()
def home = jenkins.rootDir
JenkinsLocationConfiguration.get().url = System.getProperty('demo.url')

def simulator = new SimulatorKind()
simulator.renderSeconds = 10
VideoServices.get().services = [new VideoService('simulator', simulator)]

def job = jenkins.getItem('demo') ?: jenkins.createProject(WorkflowJob, 'demo')
job.definition = new CpsFlowDefinition('''\
node {
  def video = generateVideo prompt: 'A paper boat sails down a rainy street', seconds: '8', size: '1280x720'
  echo "${video.file} (${video.bytes} bytes)"
}
''', true)
job.save()

def waiter = {
    def build = job.scheduleBuild2(0).get()
    def lines = [build.result == Result.SUCCESS ? 'SUCCESS' : 'FAILURE', build.absoluteUrl]
    lines += build.artifacts.findAll { it.fileName.endsWith('.mp4') }.collect { it.file.absolutePath }
    if (build.result != Result.SUCCESS) {
        lines += build.log.readLines()
    }
    // in one step, since somebody is looking for it
    def part = new File(home, 'demo-result.part')
    part.setText(lines.join('\n') + '\n', 'UTF-8')
    part.renameTo(new File(home, 'demo-result'))
    while (!new File(home, 'demo-stop').exists()) {
        sleep 200
    }
    System.exit(0)
}
Thread.startDaemon('demo', waiter)
