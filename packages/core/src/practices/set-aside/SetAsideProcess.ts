/**
 * The rules of a case that is set aside, as one value.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { authority, type PersonId } from "../../process/Actor.ts"
import * as SeenCase from "../../process/SeenCase.ts"
import * as SetAside from "./SetAside.ts"

const { deadline, process, start, step } = SetAside.setAside

const Put = start({
  title: { zh: "搁置", en: "set aside" },
  to: ["Aside"],
  by: "team.setAside",
  input: { of: SeenCase.Name, until: Moment.annotate(Label.of({ zh: "到何时", en: "until" })) },
  facts: { of: SeenCase.SeenCase, until: Moment },
  decide: ({ of: name, until }, { at, settings: { longest } }) => {
    const of = SeenCase.read(name)
    if (of === undefined) return Result.fail(new SetAside.NoCase({ of: name }))
    const latest = DateTime.addDuration(at, longest)
    return DateTime.isGreaterThan(until, at) && DateTime.isLessThanOrEqualTo(until, latest)
      ? Result.succeed({ of, until })
      : Result.fail(new SetAside.TooLong({ until, latest }))
  },
  evolve: ({ by, facts }) => ({ _tag: "Aside", ...facts, by: authority(by) })
})

const BringBack = step({
  title: { zh: "取回", en: "bring back" },
  from: ["Aside"],
  to: ["Back"],
  by: "team.setAside",
  unless: ({ by }, actor) => notYours(by, authority(actor.by))
})

const Return = step({ title: { zh: "回到桌面", en: "come back" }, from: ["Aside"], to: ["Back"], by: "clock" })

const notYours = (by: PersonId, person: PersonId) => (by === person ? undefined : new SetAside.NotYours({ by }))

/** Somebody has set a case aside. */
export const SetAsideProcess = process({
  about: ({ of: { case: id, process } }, _called, titled) => {
    const { en, zh } = titled(process)
    return { zh: `${zh} ${id}`, en: `${en} ${id}` }
  },
  isArrangement: true,
  steps: { Put, BringBack, Return },
  final: ["Back"],
  deadlines: {
    until: deadline({
      title: { zh: "搁置期限", en: "until when" },
      while: ["Aside"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Return"
    })
  },
  standing: { Aside: [{ setsAside: ({ of }) => of, for: ({ by }) => by }] }
})
