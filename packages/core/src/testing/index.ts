/**
 * Suites of the ports and laws of processes, for everyone who writes an adapter or a process.
 *
 * @module
 */
export * as CursorsSuite from "./CursorsSuite.ts"
export * as EditionStoreSuite from "./EditionStoreSuite.ts"
export * as InboxSuite from "./InboxSuite.ts"
export * as InteractionsSuite from "./InteractionsSuite.ts"
export * as OwnPostsSuite from "./OwnPostsSuite.ts"
export * as ProcessLaws from "./ProcessLaws.ts"
export * as ProcessSpec from "./ProcessSpec.ts"
export * as PublisherSuite from "./PublisherSuite.ts"
export * as QuotaLedgerSuite from "./QuotaLedgerSuite.ts"
export * as RepliesSuite from "./RepliesSuite.ts"
export * as SnapshotsSuite from "./SnapshotsSuite.ts"
export * as StoreSuite from "./StoreSuite.ts"

// What these are made of.

export * as AccountFactsSuite from "./AccountFactsSuite.ts"
export * as ClassifierSuite from "./ClassifierSuite.ts"
export * as Coverage from "./Coverage.ts"
export * as CustomerDeskSuite from "./CustomerDeskSuite.ts"
export * as DeskListening from "./DeskListening.ts"
export * as FamilyLaws from "./FamilyLaws.ts"
export * as HolidaysSuite from "./HolidaysSuite.ts"
export * as Inputs from "./Inputs.ts"
export * as InvitationsSuite from "./InvitationsSuite.ts"
export * as MemberListSuite from "./MemberListSuite.ts"
export * as MembersSuite from "./MembersSuite.ts"
export * as MessengerSuite from "./MessengerSuite.ts"
export * as Move from "./Move.ts"
export * as ObservationStoreSuite from "./ObservationStoreSuite.ts"
export * as OutreachLaws from "./OutreachLaws.ts"
export * as PictureShelfSuite from "./PictureShelfSuite.ts"
export * as PrivateMessagesSuite from "./PrivateMessagesSuite.ts"
export * as QuotaLeftSuite from "./QuotaLeftSuite.ts"
export * as Rights from "./Rights.ts"
export * as Traces from "./Traces.ts"
export type * as Trouble from "./Trouble.ts"
export * as UnreadSuite from "./UnreadSuite.ts"
export * as WakingSuite from "./WakingSuite.ts"
export * as Wish from "./Wish.ts"
