/**
 * What somebody is called at WeChat or QQ, where a text says it: 微信号 tea_88, vx：tea88888, QQ 12345678.
 *
 * A name follows the word for the place: at WeChat six to twenty letters, digits, `_` and `-` that begin with a letter, at QQ five to eleven digits. What else
 * may follow the word is no name (微信小程序, QQ音乐, 微信 iPhone 版), so a name of letters alone counts only where the text says that it is one (号, a colon).
 * What a brand says of itself is nobody's personal data: its service, its official account, its group.
 *
 * @module
 */

/** The units from `start` to before `end` of a folded text. */
interface Span {
  readonly start: number
  readonly end: number
}

/** Every name that the folded text says, with the word for the place before it. */
export function* inText(text: string): Generator<Span> {
  for (const { 0: found, groups: { says, wechat } = {}, index } of text.matchAll(named)) {
    const isName = wechat === undefined || says !== undefined || (/[\d_-]/.test(wechat) && !product.test(wechat))
    const isOwn = own.test(text.slice(Math.max(0, index - 8), index))
    if (isName && !isOwn) yield { start: index, end: index + found.length }
  }
}

const blanks = "[ \\t]{0,2}"
const both = "(?:[/、和](?:微信|qq))?"
const isWord = `(?:(?:号码|同号|号|账号|帐号|id)${blanks}(?:[:=是为叫]${blanks})?|[:=是为叫]${blanks})`
const start = "(?<![a-z0-9._/@-])"
/** `vx` is nothing else; other Latin words for it may be the beginning of a longer one, and a v or 微 alone is where somebody is added. */
const atWechat = `(?:微 ?信|薇信|威信|${start}v信|[微薇][❤♥]|绿泡泡|${start}vx|(?:${start}(?:weixin|wechat|wx)|(?<=加)[v微薇])(?![a-z0-9]))`
const atQq = `${start}(?:qq|扣扣|企鹅|扣号|q(?=号))`
const named = new RegExp(
  [
    `${atWechat}${both}${blanks}(?<says>${isWord})?${blanks}(?<wechat>[a-z][a-z0-9_-]{5,19})(?![a-z0-9_.-])`,
    `(?:${atQq}|${atWechat}[/、和]qq)${both}${blanks}${isWord}?${blanks}[1-9]\\d{4,10}(?!\\d)`,
    // An address of e-mail that says the number.
    `(?<![a-z0-9._-])[1-9]\\d{4,10}@qq\\.com`
  ].join("|"),
  "g"
)

/** What stands behind 微信 and is no name: where it runs, and what it has. */
const product = /^(?:i?phone|ipad|ios|mac|android|windows|harmony|linux|pay|wechat|weixin|app|mini)/

/** The brand's own. */
const own = /(?:客服|官方|企业|公众|服务|门店|店铺|本店|我们的|咱家的?)(?:的|号)?$/
