/**
 * The company's members: who a fan is to it, which discount codes they have used, and how they are invited to follow the account.
 *
 * @module
 */
export * as Invitations from "./Invitations.ts"
export * as Inviting from "./Inviting.ts"
export * as Member from "./Member.ts"
export * as MemberList from "./MemberList.ts"
export { Members } from "./Members.ts"
export * as OptOut from "./OptOut.ts"
export * as OptOutLink from "./OptOutLink.ts"
export * as OptOutWords from "./OptOutWords.ts"
export * as OutreachReport from "./OutreachReport.ts"

// What these are made of.

export * as Holdout from "./Holdout.ts"
export * as Invitable from "./Invitable.ts"
export * as Outreach from "./Outreach.ts"
export * as OutreachHistory from "./OutreachHistory.ts"
