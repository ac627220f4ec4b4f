/**
 * People told by e-mail.
 *
 * @module
 */
export * as MailMessenger from "./MailMessenger.ts"

// What these are made of.

export * as MailFailure from "./MailFailure.ts"
