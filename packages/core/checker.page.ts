/** What the page does by which anybody checks a draw (`CheckerPage`): it reads a record, verifies it, and says what came of it. */
import * as Canonical from "./src/external-system/prizes/Canonical.ts"
import { verify } from "./src/external-system/prizes/DrawCheck.ts"
import type { DrawRecord } from "./src/external-system/prizes/DrawRecord.ts"
import * as Ticket from "./src/external-system/prizes/Ticket.ts"

const field = (id: string) => document.getElementById(id) as HTMLInputElement
const typed = (id: string) => field(id).value.trim().toLowerCase()
const show = (id: string, parts: ReadonlyArray<HTMLElement | string>) =>
  document.getElementById(id)?.replaceChildren(...parts)

const element = (tag: string, text: string, lang?: string): HTMLElement => {
  const made = document.createElement(tag)
  made.textContent = text
  if (lang !== undefined) made.lang = lang
  return made
}

const check = (): void => {
  const [announcement, freeze] = [typed("announcement"), typed("freeze")]
  const known = { ...(announcement !== "" && { announcement }), ...(freeze !== "" && { freeze }) }
  const json = parsed(field("text").value)
  const found = verify(json, { known })
  const isWhole = announcement !== "" && freeze !== ""
  const verdict = found.length > 0 ? "refused" : "agrees"
  const verdictElement = document.getElementById("verdict")
  if (verdictElement !== null) verdictElement.dataset.verdict = verdict
  show(
    "verdict",
    said[found.length > 0 ? "refused" : isWhole ? "agrees" : "itself"].flatMap(([lang, text]) => [
      element("span", `${text} `, lang)
    ])
  )
  show(
    "findings",
    found.map(({ code, message: { en, zh } }) => {
      const item = element("li", `${zh} `)
      item.dataset.code = code
      item.append(element("span", en, "en"))
      return item
    })
  )
  const isRead = found.every(({ code }) => code !== "draw/form")
  // A record without that finding has just been read as one.
  const record = isRead ? (json as DrawRecord) : undefined
  show("facts", record === undefined ? [] : factsOf(record))
  show("own", record === undefined ? [] : ownOf(record))
}

const said = {
  agrees: [
    ["zh", "✓ 一致：重新抽取的结果与记录相同，也与事先公布的指纹相同。"],
    ["en", "It agrees: drawn again, the same people win, and the fingerprints are those published beforehand."]
  ],
  itself: [
    ["zh", "✓ 记录没有自相矛盾。请再填入事先公布的两个指纹。"],
    ["en", "The record agrees with itself. Now give the two fingerprints that were published beforehand."]
  ],
  refused: [
    ["zh", "✗ 不一致。"],
    ["en", "It does not agree."]
  ]
} as const

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const factsOf = ({ announced, drawn, frozen, tickets }: DrawRecord): ReadonlyArray<HTMLElement> => {
  const nameOf = (prize: string) => announced.prizes.find((one) => one.prize === prize)?.name.zh ?? prize
  return [
    ["公告指纹 Fingerprint of the announcement", Canonical.fingerprint(announced)],
    ["名单指纹 Fingerprint of the frozen list", Canonical.fingerprint(frozen)],
    ["参与人数 People who take part", `${tickets.length}`],
    ["随机数轮次 Round of randomness", `${frozen.round}`],
    ["中奖 Winners", drawn.winners.map(({ prize, ticket }) => `${ticket} ${nameOf(prize)}`).join("\n")],
    ["候补（依次） Alternates, in their order", drawn.alternates.join("\n")]
  ].flatMap(([name = "", value = ""]) => [element("dt", name), element("dd", value)])
}

const ownOf = ({ drawn, tickets }: DrawRecord): ReadonlyArray<HTMLElement> => {
  const [fan, slip] = [field("fan").value, typed("slip")]
  if (!/^[0-9a-f]{32}$/.test(slip) || fan.trim() === "") return []
  const bytes = Uint8Array.from(slip.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const ticket = Ticket.hex(Ticket.open(bytes, fan))
  const won = drawn.winners.find((one) => one.ticket === ticket)
  const line = drawn.alternates.indexOf(ticket)
  const [zh, en] = !tickets.includes(ticket)
    ? ["不在名单中。", "is not on the list."]
    : won !== undefined
      ? ["中奖了！", "has won!"]
      : line >= 0
        ? [`是第 ${line + 1} 位候补。`, `is alternate ${line + 1}.`]
        : ["在名单中，未中奖。", "is on the list, and has not won."]
  return [element("span", `您的参与号 ${ticket} ${zh} `), element("span", `Your ticket ${en}`, "en")]
}

const take = (file: File | undefined): void => {
  void file?.text().then((text) => {
    field("text").value = text
    check()
  })
}

field("check").addEventListener("click", check)
field("file").addEventListener("change", () => take(field("file").files?.[0]))
document.addEventListener("dragover", (event) => event.preventDefault())
document.addEventListener("drop", (event) => {
  event.preventDefault()
  take(event.dataTransfer?.files[0])
})
const embedded = document.getElementById("record")?.textContent ?? ""
if (embedded !== "") {
  field("text").value = embedded
  check()
}
