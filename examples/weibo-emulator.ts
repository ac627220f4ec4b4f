/**
 * A Weibo of one's own, to develop against in any language: `PORT=8765 npm exec -- node --conditions=dualops:source
 * examples/weibo-emulator.ts`.
 *
 * @module
 */
import { Emulator } from "@dualops/adapter-weibo/emulator"

export const emulator = await Emulator.startAsync({
  port: Number(process.env.PORT ?? 0),
  accounts: [{ uid: "1902538057", name: "星河茶", token: "2.00tokenOfTheBrand" }],
  fans: [
    { uid: "2489518277", name: "小林" },
    { uid: "2489518278", name: "路人", authorised: false }
  ],
  safeDomains: ["xinghe.example.com"],
  ...(process.env.JOURNAL !== undefined && { journal: process.env.JOURNAL })
})
console.log(`Weibo speaks at ${emulator.url}; its own side is at ${emulator.url}/emulator/happenings`)
