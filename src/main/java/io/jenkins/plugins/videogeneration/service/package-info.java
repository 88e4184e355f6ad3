/**
 * What the administrator configures: the video services, how to reach them and with which credential. Base URLs come
 * from here alone, so that nobody who may only edit a job can send a stored key to a host of their own.
 */
package io.jenkins.plugins.videogeneration.service;
