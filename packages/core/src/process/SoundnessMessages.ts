/**
 * What the soundness check says, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import type { Grant } from "./Standing.ts"

/** One thing that is wrong with a process. */
export const finding = (code: string, path: string, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `process/${code}`,
  severity: "error",
  where: { path },
  evidence,
  message,
  fix
})

/** A state that no step leads to. */
export const unreachableState = (path: string, state: string): Finding =>
  finding(
    "unreachable-state",
    path,
    state,
    { zh: `没有任何步骤能到达「${state}」。`, en: `No way through the process ever comes to ${state}.` },
    { zh: "增加到达它的步骤，或删除该状态。", en: "Add a step that leads there, or take the state out." }
  )

/** A state from which the case can never end. */
export const noWayToAnEnd = (path: string, way: Bilingual, state: string, final: ReadonlyArray<string>): Finding =>
  finding(
    "no-way-to-an-end",
    path,
    way.en,
    {
      zh: `${way.zh}；从「${state}」再也到不了 ${final.join("、")}。`,
      en: `${way.en}; and from ${state} no step ever leads to ${final.join(" or ")}.`
    },
    { zh: "增加一条通向终态的路。", en: "Add a step from there that leads on to an end." }
  )

/** A final state that something can still happen in. */
export const wayOutOfTheEnd = (path: string, way: Bilingual, state: string, step: string): Finding =>
  finding(
    "way-out-of-the-end",
    path,
    way.en,
    {
      zh: `${way.zh}；「${state}」是终态，却还能 ${step}。`,
      en: `${way.en}; ${state} is an end, and yet ${step} can follow.`
    },
    { zh: "终态不应再有步骤。", en: "Take the state out of the ends, or out of the step." }
  )

/** A state in which a case may wait for ever. */
export const standsStill = (path: string, way: Bilingual, state: string, waitsFor: ReadonlyArray<string>): Finding =>
  finding(
    "stands-still",
    path,
    way.en,
    {
      zh: `${way.zh}；在「${state}」等待 ${waitsFor.join("、")}，没有任何期限。`,
      en: `${way.en}; in ${state} the case waits for ${waitsFor.join(", ")}, and no deadline runs: it may wait for ever.`
    },
    { zh: "为该状态设定期限及到期步骤。", en: "Give the state a deadline, and a step of the clock that it fires." }
  )

/** A step that can never be taken. */
export const deadStep = (path: string, step: string, from: ReadonlyArray<string>): Finding =>
  finding(
    "dead-step",
    path,
    from.join(", "),
    {
      zh: `「${step}」永远做不了：到不了 ${from.join("、")}。`,
      en: `${step} can never be done: no case comes to ${from.join(" or ")}.`
    },
    { zh: "修正 from，或删除该步骤。", en: "Mend where it starts from, or take the step out." }
  )

/** An action whose unknown outcome nobody takes in. */
export const outcomeNotTaken = (path: string, action: string, step: string): Finding =>
  finding(
    "outcome-not-taken",
    path,
    step,
    {
      zh: `「${step}」要求「${action}」，而它不能重复执行，结果却无人接收。`,
      en: `${step} asks for ${action}, which must not be done twice, and no step takes its outcome in.`
    },
    { zh: "为 done、refused、unknown 各指定一个步骤。", en: "Name the steps that take in done, refused and unknown." }
  )

/** An outcome whose step cannot be taken where the case is. */
export const outcomeInVain = (
  path: string,
  action: string,
  outcome: string,
  step: string,
  arrives: ReadonlyArray<string>
): Finding =>
  finding(
    "outcome-in-vain",
    path,
    arrives.join(", "),
    {
      zh: `「${action}」的结果 ${outcome} 由「${step}」接收，但它在 ${arrives.join("、")} 都不是外界的步骤。`,
      en: `When ${action} is ${outcome}, ${step} has to take it in, but the world cannot do that in ${arrives.join(" or ")}.`
    },
    {
      zh: "让该步骤由外界执行（by: world），并可从此状态开始。",
      en: "Make it a step by the world that starts from there."
    }
  )

/** What must not be done twice, asked for again while nobody knows whether it was done. */
export const askedTwice = (
  path: string,
  way: Bilingual,
  {
    action,
    step,
    untold,
    unlooked
  }: Readonly<Record<"action" | "step", string> & Record<"untold" | "unlooked", boolean>>
): Finding =>
  finding(
    "asked-twice",
    path,
    way.en,
    {
      zh:
        `${way.zh}；没有人知道「${action}」是否已经做成，「${step}」却再次要求它` +
        `${unlooked ? "，此前没有查找" : ""}${untold ? "，新的请求也无从说明有过先前的一次" : ""}：可能会做两次。`,
      en:
        `${way.en}; nobody knows whether ${action} was done by then, and ${step} asks for it again` +
        `${unlooked ? ", without its having been looked for" : ""}` +
        `${untold ? ", and the request cannot say that there was an earlier attempt" : ""}: it may be done twice.`
    },
    {
      zh: "先用可重复的动作查找，查找之后才可放弃（unless），并以可选字段把先前的一次写进状态和请求；或去掉该步骤。`AtMostOnce` 备有这些字段与规则。",
      en:
        "Look for it first, by an action that is repeatable; let it be given up only after that (unless); and carry the earlier attempt in an " +
        "optional field of state and request. AtMostOnce has the words and the rules. Or take the step out."
    }
  )

/** A separation that does not part two steps of people. */
export const notTwoPeople = (path: string, one: string, other: string): Finding =>
  finding(
    "not-two-people",
    path,
    `${one}, ${other}`,
    {
      zh: `「${one}」与「${other}」须由不同的人完成，但它们不是两个由人执行的步骤。`,
      en: `${one} and ${other} are to be kept apart, but they are not two steps by people.`
    },
    {
      zh: "只列出两个不同的、由人执行的步骤。",
      en: "Name two different steps, each of which asks a permission of a person."
    }
  )

/** A step that needs what no case ever grants. */
export const neverGranted = (path: string, step: string, { name, title }: Grant): Finding =>
  finding(
    "never-granted",
    path,
    name,
    {
      zh: `「${step}」需要「${title.zh}」，而没有任何流程会给予。`,
      en: `${step} needs ${title.en}, and no process grants it.`
    },
    {
      zh: "把给予它的流程一并列入，或在某个流程的 standing 里写明由哪个状态给予。",
      en: "List the process that grants it as well, or say in the standing of one in which state it does."
    }
  )
