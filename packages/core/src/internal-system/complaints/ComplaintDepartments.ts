/**
 * What departments are asked for a complaint, and what they say: each by a referral of its own, inside what was promised to the fan.
 *
 * @module
 */
import { Record, Result } from "effect"
import { ResourceId } from "../../external-system/Resource.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import type { PersonId } from "../../process/Actor.ts"
import { Ladder } from "../interaction/Ladder.ts"
import * as Complaint from "./Complaint.ts"
import * as Says from "./ComplaintMessages.ts"

const { stay } = Complaint.complaint

const wanted = {
  department: ResourceId.annotateKey(Label.of({ zh: "部门", en: "department" })),
  note: Remark.Note
}

/** A department is asked, by what it has promised for such a complaint. */
export const Refer = stay({
  title: { zh: "转部门", en: "ask a department" },
  from: ["Open", "InHand", "Replying", "Asking", "WaitingForFan", "Telling"],
  by: "interaction.route",
  input: wanted,
  facts: { ...wanted, promise: Ladder },
  decide: ({ promise }, input, { settings }) =>
    Result.flatMap(Complaint.promised(settings, promise), ({ behind }) =>
      Result.map(
        Result.fromOption(Record.get(behind, input.department), () => {
          // The names of a record are its keys.
          const known = Record.keys(behind) as ReadonlyArray<typeof input.department>
          return new Complaint.UnknownDepartment({ department: input.department, known })
        }),
        (promise) => ({ ...input, promise })
      )
    ),
  evolve: (state, { by }) => ({ ...state, by: by.person }),
  performs: {
    refer: ({ account, interaction }, { by, facts }) => ({ input: { account, interaction, ...facts }, by })
  }
})

/** A department says what was done. */
export const Reported = stay({
  title: { zh: "获知部门答复", en: "hear from a department" },
  from: Complaint.whereHeard,
  by: "child",
  input: Complaint.Report.fields,
  evolve: (state, { facts }) => ({ ...state, report: facts }),
  performs: { notify: ({ by }, { facts }, reading) => tell(by, Says.isReported(reading, facts.report)) }
})

/** A department will not see to it, and says why. */
export const NotTaken = stay({
  title: { zh: "获知部门不受理", en: "hear that a department refuses" },
  from: Complaint.whereHeard,
  by: "child",
  input: Complaint.Report.fields,
  performs: { notify: ({ by }, { facts }, reading) => tell(by, Says.isNotTaken(reading, facts.report)) }
})

/** The department cannot be asked. */
export const NotReferred = stay({
  title: { zh: "获知未能转交", en: "hear that a department cannot be asked" },
  from: Complaint.whereHeard,
  by: "world",
  input: Action.refused,
  performs: { notify: ({ by }, { facts }, reading) => tell(by, Says.isNotAsked(reading, facts.detail)) }
})

/** Whoever has it in hand goes on with what a department says. */
const tell = (by: PersonId | undefined, message: Bilingual) =>
  by === undefined ? undefined : { to: by, message, urgent: true }
