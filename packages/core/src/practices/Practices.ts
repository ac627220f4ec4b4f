/**
 * The practices of the house, and what a list of practices comes to for a handbook. A new practice of the house is a line in the list; a
 * brand's own stand behind it: `[...Practices.house, prizes]`.
 *
 * @module
 */
import type { Schema } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import { type Form, form, type Handbook, titles } from "../handbook/Handbook.ts"
import type { AnyKind } from "../observations/Observation.ts"
import type { Practice } from "../practice/Practice.ts"
import type { Rule } from "../practice/Rule.ts"
import type { Agenda } from "../process/Agenda.ts"
import type { Any } from "../process/Process.ts"
import { access } from "./access/Access.ts"
import { account } from "./account/Account.ts"
import { advertising } from "./advertising/Advertising.ts"
import { answers } from "./answers/Answers.ts"
import { attention } from "./attention/Attention.ts"
import { campaigns } from "./campaigns/Campaigns.ts"
import { channels } from "./channels/Channels.ts"
import { claims } from "./claims/Claims.ts"
import { codes } from "./codes/CodesPractice.ts"
import { complaints } from "./complaints/Complaints.ts"
import { contentPlanning } from "./content-plan/ContentPlanning.ts"
import { crises } from "./crisis/Crises.ts"
import { duties } from "./duties/Duties.ts"
import { embargoes } from "./embargo/Embargoes.ts"
import { figures } from "./figures/Figures.ts"
import { ideas } from "./ideas/Ideas.ts"
import { knowledge } from "./knowledge/Knowledge.ts"
import { library } from "./library/AnswerLibrary.ts"
import { membership } from "./members/Membership.ts"
import { monitoring } from "./monitoring/Monitoring.ts"
import { notices } from "./notices/Notices.ts"
import { openings } from "./opening/Openings.ts"
import { partners } from "./partners/Partners.ts"
import { personalData } from "./personal-data/PersonalDataPractice.ts"
import { planning } from "./planning/Planning.ts"
import { posts } from "./posts/Posts.ts"
import { privateMessages } from "./private-messages/PrivateMessaging.ts"
import { draws } from "./prizes/PrizesPractice.ts"
import { problems } from "./problems/Problems.ts"
import { reports } from "./reports/ReportsPractice.ts"
import { resources } from "./resources/Resources.ts"
import { rounds } from "./rounds/Rounds.ts"
import { settingAside } from "./set-aside/SettingAside.ts"
import { standingIn } from "./standing-in/StandingIn.ts"
import { team } from "./team/Team.ts"
import { correcting } from "./triage/Correcting.ts"
import { triage } from "./triage/Triaging.ts"
import { winBack } from "./win-back/WinningBack.ts"

/** Every practice of the house, in the order in which a printed handbook tells of them. */
export const house: ReadonlyArray<Practice> = [
  duties,
  account,
  openings,
  posts,
  planning,
  contentPlanning,
  ideas,
  campaigns,
  rounds,
  triage,
  correcting,
  answers,
  privateMessages,
  library,
  knowledge,
  complaints,
  claims,
  settingAside,
  embargoes,
  crises,
  monitoring,
  resources,
  notices,
  channels,
  advertising,
  partners,
  problems,
  membership,
  winBack,
  codes,
  draws,
  personalData,
  figures,
  reports,
  team,
  standingIn,
  access,
  attention
]

/** The practices of a list that a handbook runs: those whose sections it has. */
export const runBy = (handbook: Handbook, practices: ReadonlyArray<Practice> = house): ReadonlyArray<Practice> =>
  practices.filter(({ sections }) => sections.every((section) => section.find(handbook) !== undefined))

/** The processes of a list of practices. */
export const processes = (practices: ReadonlyArray<Practice> = house): ReadonlyArray<Any> =>
  practices.flatMap(({ runs }) => runs.map(({ process }) => process))

/** What is heard and counted outside for a list of practices. */
export const hears = (practices: ReadonlyArray<Practice> = house): ReadonlyArray<AnyKind> => [
  ...new Set(practices.flatMap((practice) => practice.hears))
]

/** What the verifier demands for a list of practices. */
export const rules = (practices: ReadonlyArray<Practice>): ReadonlyArray<Rule> =>
  practices.flatMap((practice) => practice.rules)

/** What has to begin by itself, by a list of practices. */
export const agenda = (handbook: Handbook, holidays: Holidays, practices: ReadonlyArray<Practice> = house): Agenda => {
  const all = runBy(handbook, practices).map((practice) => practice.agenda(handbook, holidays))
  return (from, until) => all.flatMap((one) => one(from, until))
}

/** What people call a section of a handbook. */
export const titleOf = (key: string, practices: ReadonlyArray<Practice> = house): Bilingual => {
  const section = practices.flatMap(({ sections }) => sections).find((one) => one.key === key)
  return section?.title ?? new Map<string, Bilingual>(Object.entries(titles)).get(key) ?? same(key)
}

/** The sections of a list of practices. Two practices that call a section by one name would read each other's: that is a defect. */
export const sectionsOf = (practices: ReadonlyArray<Practice>): Practice["sections"] => {
  const owners = new Map<string, string>()
  for (const { name, sections } of practices) {
    for (const { key } of sections) {
      const other = owners.get(key)
      if (other !== undefined) throw new Error(`The practices ${other} and ${name} both have a section ${key}`)
      owners.set(key, name)
    }
  }
  return practices.flatMap(({ sections }) => sections)
}

/** The form of the handbooks that a list of practices runs. */
export const formOf = (practices: ReadonlyArray<Practice> = house): Form => {
  const known = forms.get(practices)
  if (known !== undefined) return known
  const made = form(
    // Sections are read from files and written to them, whatever they hold.
    Object.fromEntries(sectionsOf(practices).map(({ key, schema }) => [key, schema as Schema.Codec<unknown>]))
  )
  forms.set(practices, made)
  return made
}

const forms = new WeakMap<ReadonlyArray<Practice>, Form>()
