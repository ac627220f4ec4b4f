/**
 * People told, and members invited, by e-mail.
 *
 * @module
 */
export * as MailInvitations from "./MailInvitations.ts"
export * as MailMessenger from "./MailMessenger.ts"
export * as OptOutHandler from "./OptOutHandler.ts"

// What these are made of.

export * as MailFailure from "./MailFailure.ts"
export * as MailTransport from "./MailTransport.ts"
