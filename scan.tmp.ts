import { Screening } from "@dualops/core"
import { readFileSync, writeFileSync } from "node:fs"
import { banned } from "/work/w/content/packages/core/test/internal-system/content/evasions.ts"
const rows = JSON.parse(readFileSync("/tmp/rows.json","utf8"))
const s = Screening.compile({route:"business", bannedWords:[...banned, "大麻","返现","好评返","枪支"]})
const hits:any[]=[]
const t0=performance.now()
for (const {f,k,t} of rows) for (const x of s.screen({text:t,pictures:[]})) { if (x.code.startsWith("weibo/")||x.severity==="note") continue; hits.push({f,k,code:x.code,sev:x.severity,ev:x.evidence,at:x.where.range?.start, ctx: x.where.range? t.slice(Math.max(0,x.where.range.start-14),x.where.range.start)+"["+x.evidence+"]"+t.slice(x.where.range.end,x.where.range.end+14):""}) }
console.log("ms",performance.now()-t0, rows.length, hits.length)
const by:any={}; for (const h of hits) { const key=h.sev+" "+h.code; by[key]=(by[key]??0)+1 }; console.log(by)
const ev:any={}; for (const h of hits) { const key=h.code.slice(0,18)+" "+h.ev.slice(0,10); ev[key]=(ev[key]??0)+1 }; console.log(Object.entries(ev).sort((a:any,b:any)=>b[1]-a[1]).slice(0,140).map(x=>x.join(":")).join("  "))
writeFileSync(process.argv[2]??"/tmp/hits0.json",JSON.stringify(hits))
