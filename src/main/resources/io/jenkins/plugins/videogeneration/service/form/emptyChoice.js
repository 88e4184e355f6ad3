/*
 * Lets people choose nothing. When a list of choices is asked for again because its own value changed to nothing, Jenkins
 * puts the value back that the form was opened with, since to it an empty list is one that is not filled yet.
 */
Behaviour.specify("select.video-generation-choice", "video-generation-choice", 0, function (select) {
  select.addEventListener("change", function () {
    select.removeAttribute("value");
  });
});
