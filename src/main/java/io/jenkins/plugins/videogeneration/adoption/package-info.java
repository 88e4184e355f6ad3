/**
 * Renders that were paid for and not brought home: a build, or the administrator, can fetch them or have them deleted.
 */
package io.jenkins.plugins.videogeneration.adoption;
