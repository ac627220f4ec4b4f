// Which refusals a step has, by its type. Nothing here runs: the file is compiled with the others.
import type { Process } from "@dualops/core"
import type { Post, PostProcess } from "@dualops/core/content"
import type { AtMostOnce, Refusal } from "@dualops/core/process"

type P = typeof PostProcess
type RefusalOf<S extends Process.StepOf<P>> = Process.RefusalOf<P, S>

/** Refusals are typed for each step. */
export const refusals = [
  holds<Equal<RefusalOf<"Approve">, Refusal.Refusal | Post.NotAnApprover | Post.AlreadyApproved>>(),
  holds<Equal<RefusalOf<"Submit">, Refusal.Refusal | Post.NotPublishable | Post.TooFewApprovers>>(),
  holds<Equal<RefusalOf<"Issue">, Refusal.Refusal | Post.NotPublishable | Post.NotAnApprover | Post.TooFewApprovers>>(),
  holds<Equal<RefusalOf<"Compose"> | RefusalOf<"Edit"> | RefusalOf<"Schedule">, Refusal.Refusal | Post.SlotIsPast>>(),
  holds<Equal<RefusalOf<"Confirm"> | RefusalOf<"SeeGone">, Refusal.Refusal | AtMostOnce.NotThisOne>>(),
  holds<Equal<RefusalOf<"GiveUp"> | RefusalOf<"FindStanding">, Refusal.Refusal | AtMostOnce.StillLooking>>(),
  holds<
    Equal<
      RefusalOf<
        Exclude<
          Process.StepOf<P>,
          | "Approve"
          | "Submit"
          | "Issue"
          | "Compose"
          | "Edit"
          | "Schedule"
          | "Confirm"
          | "SeeGone"
          | "GiveUp"
          | "FindStanding"
        >
      >,
      Refusal.Refusal
    >
  >(),
  // @ts-expect-error: an approval is never refused for the text
  holds<Equal<RefusalOf<"Approve">, Refusal.Refusal | Post.NotPublishable>>()
]

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare function holds<_ extends true>(): void
