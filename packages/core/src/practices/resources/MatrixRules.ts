/**
 * The two systems fit: every need of the account is met by a resource of the company, and every resource is used.
 *
 * @module
 */
import { Record } from "effect"
import * as Parts from "../../practice/Parts.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of needs and resources. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "matrix/unmet-need",
    severity: "error",
    demands: { zh: "每项内部需要有外部资源满足。", en: "Every need of the account is met by some resource." },
    fix: { zh: "找到资源的负责人，写下资源。", en: "Find whose it would be, and write the resource down." },
    find: ({ handbook: { needs = {} } }) =>
      Record.toEntries(needs)
        .filter(([, { metBy }]) => metBy.length === 0)
        .map(([id, { title }]) =>
          hit(["needs", id, "metBy"], `「${title.zh}」没有资源满足。`, `Nothing meets the need: ${title.en}.`, id)
        )
  },
  {
    code: "matrix/resource-never-used",
    severity: "warning",
    demands: { zh: "每项资源至少满足一项需要。", en: "Every resource meets some need." },
    fix: { zh: "写下它满足的需要，或停用它。", en: "Write down which need it meets, or let it go." },
    find: ({ handbook: { needs = {}, resources } }) =>
      Record.toEntries(resources)
        .filter(([id]) => !Object.values(needs).some(({ metBy }) => metBy.includes(id)))
        .map(([id, { title }]) =>
          hit(["resources", id], `资源「${title.zh}」没有用处。`, `No need is met by ${title.en}.`, id)
        )
  },
  {
    code: "matrix/resource-idle",
    severity: "warning",
    demands: { zh: "资源已经在用。", en: "Resources are in use." },
    fix: { zh: "开始使用，并写下日期。", en: "Begin to use it, and write down since when." },
    find: ({ handbook: { resources }, today }) =>
      Record.toEntries(resources)
        .filter(([, { usedSince }]) => usedSince === undefined || (today !== undefined && usedSince > today))
        .map(([id, { reaches, title }]) =>
          hit(
            ["resources", id],
            `「${title.zh}」还没有用起来${reaches === undefined ? "" : `，可触达 ${reaches} 人`}。`,
            `${title.en} is not used yet${reaches === undefined ? "" : `, and would reach ${reaches} people`}.`,
            String(reaches ?? "")
          )
        )
  },
  {
    code: "matrix/no-hook",
    severity: "warning",
    demands: { zh: "每项资源写明与账号的衔接处。", en: "Every resource says where it and the account meet." },
    fix: {
      zh: "写下衔接处：页脚、工单队列、清单中的一项。",
      en: "Write down where: the footer, the queue, the line of a checklist."
    },
    find: ({ handbook: { resources } }) =>
      Record.toEntries(resources)
        .filter(([, { hook }]) => hook === undefined)
        .map(([id, { title }]) =>
          hit(["resources", id], `「${title.zh}」没有衔接处。`, `${title.en} meets the account nowhere.`, id)
        )
  },
  {
    code: "matrix/promise-without-need",
    severity: "note",
    demands: {
      zh: "承诺所依赖的资源，也写在需要里。",
      en: "A resource behind a promise meets a need of interaction, too."
    },
    fix: { zh: "写下互动管理对它的需要。", en: "Write down what interaction needs of it." },
    find: ({ handbook }) =>
      Parts.links(handbook).flatMap(({ at, by }) =>
        by === undefined ||
        Object.values(handbook.needs ?? {}).some(
          ({ function: one, metBy }) => one === "interaction" && metBy.includes(by)
        )
          ? []
          : [
              hit(
                [...at, "by"],
                `承诺依赖「${by}」，但互动管理没有写明这一需要。`,
                `A promise counts on ${by}, and no need of interaction does.`,
                by
              )
            ]
      )
  },
  {
    code: "matrix/no-customer-service",
    severity: "warning",
    demands: {
      zh: "客服部门是资源之一，微博优先。",
      en: "Customer service is among the resources, and puts Weibo first."
    },
    fix: { zh: "与客服部门约定微博优先。", en: "Agree with customer service that Weibo comes first." },
    find: ({ handbook: { resources } }) =>
      Object.values(resources).some(({ kind }) => kind === "customer service")
        ? []
        : [hit(["resources"], "没有客服资源。", "No customer service stands behind the account.")]
  },
  {
    code: "matrix/no-notice",
    severity: "warning",
    demands: { zh: "有人提前告知上市与活动。", en: "Somebody gives notice of launches." },
    fix: {
      zh: "请产品或市场部门把微博写进上市清单。",
      en: "Ask whoever plans launches to put Weibo on their checklist."
    },
    find: ({ handbook: { resources } }) =>
      Object.values(resources).some(({ kind }) => kind === "notice")
        ? []
        : [
            hit(
              ["resources"],
              "没有人提前告知上市。",
              "Nobody gives the account notice of launches; it is the last to hear."
            )
          ]
  }
]
