/**
 * The page by which anybody checks a draw: one file that asks no network for anything. It carries the very code of `Draw.verify` in its script, and a record where one is put
 * into it; others are dropped on it or pasted.
 *
 * @module
 */
import type { DrawRecord } from "./DrawRecord.ts"

/** The page around its script. `policy` says which script may run and which style may be worn: see `ContentSecurity` of the pages. */
export const make = (
  script: string,
  policy: (own: { readonly scripts: ReadonlyArray<string>; readonly styles: ReadonlyArray<string> }) => string
): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy({ scripts: [script], styles: [style] })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>抽奖校验 · Check a draw</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>抽奖校验 <span lang="en">Check a draw</span></h1>
<p>本页不连网。把抽奖记录粘贴到下面，或把文件拖进来；本页按记录重新抽一次，并逐项比对。<br>
<span lang="en">This page asks no network for anything. Paste the record of a draw, or drop its file here; the page draws again and compares.</span></p>
<label for="text">抽奖记录 <span lang="en">Record</span></label>
<textarea id="text" rows="8" spellcheck="false"></textarea>
<input id="file" type="file" accept=".json,application/json" aria-label="抽奖记录文件 File of the record">
<p>请对照主办方事先发布的两条微博：没有这两个指纹，只能看出记录是否自相矛盾。<br>
<span lang="en">Compare it with the two posts that were published beforehand: without their fingerprints, all that can be seen is whether the record agrees with itself.</span></p>
<label for="announcement">公告中的指纹 <span lang="en">Fingerprint in the announcement</span></label>
<input id="announcement" spellcheck="false" autocomplete="off">
<label for="freeze">截止后公布的名单指纹 <span lang="en">Fingerprint of the frozen list</span></label>
<input id="freeze" spellcheck="false" autocomplete="off">
<label for="fan">我的用户编号 <span lang="en">My user id</span></label>
<input id="fan" spellcheck="false" autocomplete="off">
<label for="slip">我的存根 <span lang="en">My slip</span></label>
<input id="slip" spellcheck="false" autocomplete="off">
<button id="check" type="button">校验 <span lang="en">Check</span></button>
<p id="verdict" role="status"></p>
<ul id="findings"></ul>
<p id="own" role="status"></p>
<dl id="facts"></dl>
</main>
${holder("")}
<script>${script}</script>
</body>
</html>
`

/** The page with a record in it, which is checked when the page is opened. */
export const withRecord = (page: string, record: DrawRecord): string =>
  // A text of a record cannot end the element: it holds no "<".
  page.replace(holder(""), () => holder(JSON.stringify(record).replaceAll("<", "\\u003c")))

const holder = (json: string): string => `<script type="application/json" id="record">${json}</script>`

const style =
  "body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}main{max-width:46rem;margin:auto;padding:1rem}" +
  "label{display:block;margin-top:.8rem;font-weight:600}[lang=en]{color:#595959;font-weight:400}" +
  "textarea,input{width:100%;box-sizing:border-box;font:14px/1.4 ui-monospace,monospace;padding:.4rem}" +
  "button{margin:1rem 0;padding:.6rem 1.4rem;font-size:1rem}#verdict{font-size:1.2rem;font-weight:700}" +
  "#verdict[data-verdict=agrees]{color:#0b6b2b}#verdict[data-verdict=refused]{color:#a3120a}" +
  "dt{font-weight:600;margin-top:.6rem}dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:14px}"
