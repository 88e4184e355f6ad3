/** Decides when a render may be asked for, and keeps account of what was: the queue and the ledger of each service. */
package io.jenkins.plugins.videogeneration.budget;
