import { Screening, BannedWords } from "@dualops/core"
import * as E from "/work/w/content/packages/core/test/internal-system/content/evasions.ts"
const s=Screening.ofPacks([BannedWords.make(E.banned)])
let n=0, ok=0
for (const {kind,texts} of E.developed) for (const t of texts) { n++; const f=s.screen({text:t,pictures:[]}); if (f.length) ok++; else console.log("MISS",kind,JSON.stringify(t)) }
console.log("recall dev",ok,n)
const b=Screening.ofPacks([BannedWords.make(["大麻","SM","国旗","加微信","微信","包过","最高"],["大麻花"])])
for (const t of ["星河茶中国旗舰店","大麻烦","SM","Smoking","no SM 字","买茶送国旗","加微信号","微信号","多加。微信","多加\n微信","大麻油","见 http://x.com/SM 好","红包过期","最高兴","\u202E信微加\u202C","大麻花","vx123456 加v","SM123","smsm","中国 旗舰店","信任微信任意"]) console.log(t, b.screen({text:t,pictures:[]}).map(x=>x.code+" "+x.evidence))
