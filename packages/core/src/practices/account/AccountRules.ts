/**
 * The account: what the handbook says of it is what Weibo knows it by.
 *
 * @module
 */
import * as Uid from "../../account/Uid.ts"
import { excerpt } from "../../finding/Nearest.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of the account. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "account/no-number",
    severity: "error",
    demands: {
      zh: "账号编号是微博的数字编号（uid），不是昵称或个性域名。",
      en: "The account's id is its number at Weibo (uid), not its name or the address of its page."
    },
    fix: {
      zh: '写上微博主页地址 weibo.com/u/ 后面的数字，加引号，形如 "1000000001"。',
      en: 'Write the number in the address of its page, weibo.com/u/…, in quotes, as "1000000001".'
    },
    find: ({ handbook: { account } }) =>
      Uid.is(account.id)
        ? []
        : [
            hit(
              ["account", "id"],
              `账号编号「${excerpt(account.id)}」不是微博的数字编号。`,
              `The account's id ${excerpt(account.id)} is no number of an account at Weibo.`,
              excerpt(account.id)
            )
          ]
  }
]
