import { Post, Screening } from "@dualops/core/content"
import { Actor, Refusal } from "@dualops/core/process"
import { describe, it } from "@effect/vitest"
import * as Cast from "./PostCast.ts"
import {
  approve,
  better,
  compose,
  edit,
  given,
  givenReview,
  hao,
  kai,
  lin,
  mei,
  monday,
  requestChanges,
  scheduled,
  submit,
  yun
} from "./PostCast.ts"

const { inPlaceOf } = Actor

describe("A post is written and submitted", () => {
  it("an idea begins as a draft of its author's", () => {
    given()
      .when(compose(lin))
      .thenStands("Draft", { authors: [lin], content: Cast.content, slot: monday("20:00") })
  })

  it("a slot lies ahead, not behind and not now", () => {
    const slot = monday("09:00")
    const past = new Post.SlotIsPast({ slot, now: monday("09:00") })
    given()
      .when(compose(lin, monday("09:00"), slot))
      .thenRefused(past)
    given(compose(lin))
      .when(edit(mei, monday("12:00"), slot))
      .thenRefused(new Post.SlotIsPast({ slot, now: monday("12:00") }))
  })

  it("only who may write, writes", () => {
    given()
      .when(compose(hao))
      .thenRefused(new Refusal.NotPermitted({ step: "Compose", by: Actor.person(hao), needs: "content.compose" }))
  })

  it("whoever edits becomes an author, once, and so does the one in whose place they do", () => {
    given(compose(lin), edit(mei), edit(mei))
      .when(edit(lin))
      .thenStands("Draft", { authors: [lin, mei] })
    given(compose(inPlaceOf(kai, lin)))
      .when(edit(inPlaceOf(hao, mei)))
      .thenStands("Draft", {
        authors: [kai, lin, hao, mei],
        content: better
      })
  })

  it("what the content rules forbid is not submitted, and the refusal says what they have against it", () => {
    const boast = { text: "国家级好茶", pictures: [] }
    const findings = Screening.of(Cast.settings().rules).screen(boast)
    given(compose(lin), { ...edit(lin), input: { content: boast, slot: monday("20:00") } })
      .when(submit(lin, monday("13:00")))
      .thenRefused(new Post.NotPublishable({ findings }))
  })

  it("a submitted post waits for the approvers that the handbook names", () => {
    given(compose(lin))
      .when(submit(lin))
      .thenStands("InReview", { review: { approvers: [mei, hao, yun], needed: 1, given: [], findings: [] } })
  })

  it("nothing is submitted twice, and nothing before it is written", () => {
    given(compose(lin), submit(lin))
      .when(submit(lin))
      .thenRefused(new Refusal.OutOfOrder({ step: "Submit", state: "InReview" }))
    given()
      .when(submit(lin))
      .thenRefused(new Refusal.OutOfOrder({ step: "Submit", state: "not begun" }))
  })
})

describe("A post is approved", () => {
  it("one approver is enough where any will do", () => {
    given(compose(lin), submit(lin))
      .when(approve(hao))
      .thenStands("Approved", {
        review: { approvers: [mei, hao, yun], needed: 1, given: [Actor.person(hao)], findings: [] }
      })
  })

  it("where all must agree, the last of them makes it approved", () => {
    const submitted = [compose(lin), submit(lin)]
    givenReview({ needs: "all" }, ...submitted, approve(mei))
      .when(approve(yun))
      .thenStands("InReview")
    givenReview({ needs: "all" }, ...submitted, approve(mei), approve(yun))
      .when(approve(hao))
      .thenStands("Approved")
  })

  it("where a quorum must agree, that many make it approved", () => {
    const needs = { quorum: 2 }
    givenReview({ needs }, compose(lin), submit(lin)).when(approve(yun)).thenStands("InReview")
    givenReview({ needs }, compose(lin), submit(lin), approve(yun)).when(approve(mei)).thenStands("Approved")
  })

  it("all means all but the authors", () => {
    givenReview({ needs: "all" }, compose(lin), edit(mei))
      .when(submit(lin))
      .thenStands("InReview", { review: { approvers: [hao, yun], needed: 2, given: [], findings: [] } })
  })

  it("nobody approves twice", () => {
    givenReview({ needs: "all" }, compose(lin), submit(lin), approve(hao))
      .when(approve(hao))
      .thenRefused(new Post.AlreadyApproved({ person: hao }))
  })

  it("who may approve, but is not named by the handbook, is no approver of this post", () => {
    givenReview({ approvers: [mei, hao] }, compose(lin), submit(lin))
      .when(approve(yun))
      .thenRefused(new Post.NotAnApprover({ person: yun }))
  })

  it("a stand-in counts for the approver, once", () => {
    const stoodIn = [compose(lin), submit(lin), approve(inPlaceOf(kai, mei))]
    given(...stoodIn.slice(0, 2))
      .when(approve(inPlaceOf(kai, mei)))
      .thenStands("Approved")
    givenReview({ needs: "all" }, ...stoodIn)
      .when(approve(mei))
      .thenRefused(new Post.AlreadyApproved({ person: mei }))
  })

  it("one pair of eyes is one approval, in however many places it looks", () => {
    givenReview({ needs: "all" }, compose(lin), submit(lin), approve(hao))
      .when(approve(inPlaceOf(hao, mei)))
      .thenRefused(new Post.AlreadyApproved({ person: hao }))
    givenReview({ needs: "all" }, compose(lin), submit(lin), approve(inPlaceOf(kai, mei)))
      .when(approve(inPlaceOf(kai, hao)))
      .thenRefused(new Post.AlreadyApproved({ person: kai }))
  })
})

describe("The author is never the approver", () => {
  const notSeparate = (did: string, person: Actor.PersonId) => new Refusal.NotSeparate({ step: "Approve", did, person })

  it("not of what they composed, and not of what they edited", () => {
    given(compose(mei), submit(lin)).when(approve(mei)).thenRefused(notSeparate("Compose", mei))
    given(compose(lin), edit(mei), submit(lin)).when(approve(mei)).thenRefused(notSeparate("Edit", mei))
  })

  it("not in the place of somebody else", () => {
    given(compose(mei), submit(lin))
      .when(approve(inPlaceOf(mei, hao)))
      .thenRefused(notSeparate("Compose", mei))
  })

  it("not where somebody else acts for the author", () => {
    given(compose(mei), submit(lin))
      .when(approve(inPlaceOf(kai, mei)))
      .thenRefused(notSeparate("Compose", mei))
  })

  it("not where the author wrote in the place of somebody else, nor that other person", () => {
    given(compose(inPlaceOf(hao, lin)), submit(lin))
      .when(approve(hao))
      .thenRefused(notSeparate("Compose", hao))
    given(compose(inPlaceOf(kai, mei)), submit(lin))
      .when(approve(mei))
      .thenRefused(notSeparate("Compose", mei))
  })

  it("and who approved a text does not edit it", () => {
    given(compose(lin), submit(lin), approve(mei))
      .when(edit(mei))
      .thenRefused(new Refusal.NotSeparate({ step: "Edit", did: "Approve", person: mei }))
  })
})

describe("An empty review is no review", () => {
  it("a post that only its authors could approve is not submitted", () => {
    givenReview({ approvers: [mei] }, compose(mei))
      .when(submit(lin))
      .thenRefused(new Post.TooFewApprovers({ needed: 1, left: [] }))
    givenReview({ approvers: [mei], needs: "all" }, compose(inPlaceOf(kai, mei)))
      .when(submit(lin))
      .thenRefused(new Post.TooFewApprovers({ needed: 1, left: [] }))
  })

  it("a quorum that the authors leave unreachable is said at once", () => {
    givenReview({ needs: { quorum: 3 } }, compose(mei))
      .when(submit(lin))
      .thenRefused(new Post.TooFewApprovers({ needed: 3, left: [hao, yun] }))
  })
})

describe("What was approved was that text", () => {
  it("an edit after approval re-opens the review", () => {
    given(compose(lin), submit(lin), approve(mei)).when(edit(lin)).thenStands("Draft", { content: better })
    given(compose(lin), submit(lin), approve(mei), edit(lin))
      .when(submit(lin))
      .thenStands("InReview", { review: { approvers: [mei, hao, yun], needed: 1, given: [], findings: [] } })
  })

  it("an edit of a scheduled post takes it off the schedule", () => {
    given(...scheduled)
      .when(edit(lin, monday("14:00")))
      .thenStands("Draft")
  })

  it("an approver says what has to change, and the author submits anew", () => {
    const changes = [compose(lin), submit(lin), requestChanges(hao)]
    given(compose(lin), submit(lin))
      .when(requestChanges(hao))
      .thenStands("ChangesRequested", { note: "Say when.", by: hao })
    given(...changes)
      .when(submit(lin))
      .thenStands("InReview")
  })

  it("approvals given before changes were requested do not count afterwards", () => {
    const review = { needs: { quorum: 2 } }
    givenReview(review, compose(lin), submit(lin), approve(mei), requestChanges(hao), submit(lin))
      .when(approve(hao))
      .thenStands("InReview")
  })
})
