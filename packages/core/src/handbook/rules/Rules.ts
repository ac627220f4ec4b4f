/**
 * Every rule of the verifier, chapter by chapter.
 *
 * @module
 */
import * as Account from "./AccountRules.ts"
import * as Activity from "./ActivityRules.ts"
import * as Approval from "./ApprovalRules.ts"
import * as Calendar from "./CalendarRules.ts"
import * as Content from "./ContentRules.ts"
import * as Continuity from "./ContinuityRules.ts"
import * as Credential from "./CredentialRules.ts"
import * as Duty from "./DutyRules.ts"
import * as Escalation from "./EscalationRules.ts"
import * as Hours from "./HoursRules.ts"
import * as Kpi from "./KpiRules.ts"
import * as Matrix from "./MatrixRules.ts"
import * as Mix from "./MixRules.ts"
import * as People from "./PeopleRules.ts"
import * as Plan from "./PlanRules.ts"
import * as Process from "./ProcessRules.ts"
import * as Promises from "./PromiseRules.ts"
import * as Roster from "./RosterRules.ts"
import type { Rule } from "./Rule.ts"

/** Every rule, in the order in which a handbook tells of its chapters. */
export const all: ReadonlyArray<Rule> = [
  Account,
  Duty,
  Continuity,
  People,
  Roster,
  Hours,
  Approval,
  Promises,
  Escalation,
  Mix,
  Content,
  Plan,
  Activity,
  Calendar,
  Matrix,
  Credential,
  Kpi,
  Process
].flatMap(({ rules }) => rules)
