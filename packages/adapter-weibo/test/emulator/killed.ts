/** An emulator in a process of its own, to be killed: `killed.ts <journal> <uid> <token>` prints its address. */
import { Emulator } from "@dualops/adapter-weibo/emulator"

const [journal = "", uid = "", token = ""] = process.argv.slice(2)
const accounts = [{ uid, name: "某品牌", token }]
const { url } = await Emulator.startAsync({ accounts, safeDomains: ["brand.example"], journal })
console.log(url)
