/**
 * The guide to the emulator, as a program: start it, share a post with a picture, let a call go wrong, and play a fan.
 *
 * @module
 */
// #region start
import { Emulator } from "@dualops/adapter-weibo/emulator"

const emulator = await Emulator.startAsync({
  accounts: [{ uid: "1902538057", name: "星河茶", token: "2.00tokenOfTheBrand" }],
  fans: [{ uid: "2489518277", name: "小林" }],
  safeDomains: ["xinghe.example.com"]
})

const share = async (status: string) => {
  const form = new FormData()
  form.set("status", status)
  form.set("rip", "211.156.0.1")
  form.set("pic", new Blob([Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)]), "osmanthus.png")
  const headers = { authorization: "OAuth2 2.00tokenOfTheBrand" }
  const response = await fetch(`${emulator.url}/2/statuses/share.json`, { method: "POST", headers, body: form })
  return response.json()
}
const post = await share("桂花乌龙回来了 https://xinghe.example.com/osmanthus ")
// #endregion

// #region faults
emulator.next("/2/statuses/share.json", "accepted slowly", null, "token expired") // the next three calls to this path
const refused = await share("第二条 https://xinghe.example.com/2 ") // 20032, and yet it went out
emulator.weather({ share: 0.3, faults: ["reset before", "reset after", "truncated"] }) // from now on, by chance
// #endregion
emulator.weather(undefined)

// #region fans
const comment = emulator.fans.comment("2489518277", post.idstr, "请问门店有吗？")
emulator.fans.post("2489518277", "@星河茶 好喝") // a mention
await emulator.fans.write("2489518277", "1902538057", "在吗") // a private message, pushed to the account
// #endregion

export const answer = {
  code: refused.error_code,
  comment,
  out: emulator.posts().map(({ pictures, text }) => `${text.split(" ")[0]} ${pictures}`),
  happened: emulator.happenings().map(({ _tag }) => _tag)
}
await emulator.close()
