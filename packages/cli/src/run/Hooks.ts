/**
 * Which other programs are told of what happens, as the settings name them.
 *
 * @module
 */
import { Actor } from "@dualops/core/process"
import { type Subscription, wrong as wrongOf } from "@dualops/desk/webhooks"
import { Redacted } from "effect"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

type Hooks = NonNullable<Settings["webhooks"]>

/** The subscriptions. */
export const of = (
  hooks: Hooks,
  secret: (variable: string) => Redacted.Redacted<string>
): ReadonlyArray<Subscription> =>
  hooks.map(({ formerSecret, person, secret: variable, ...rest }) => ({
    ...rest,
    person: Actor.person(person),
    secrets: [secret(variable), ...(formerSecret === undefined ? [] : [secret(formerSecret)])]
  }))

/** What is wrong with them; never what stands in a secret. */
export const wrong = (hooks: Hooks, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> => {
  const all = of(hooks, (variable) => Redacted.make(environment[variable] ?? ""))
  const names = all.map(({ name }) => name)
  return all.flatMap((one, index) => {
    const what = names.indexOf(one.name) < index ? `two webhooks are called ${one.name}` : wrongOf(one)
    if (what === undefined) return []
    return [
      {
        path: `webhooks[${index}]`,
        message: { zh: `这个 webhook 不能用：${what}。`, en: `This webhook cannot be used: ${what}.` },
        fix: {
          zh: "名称、地址与密钥的写法见 docs/webhooks.md。",
          en: "The page docs/webhooks.md has the form of names, addresses and secrets."
        }
      }
    ]
  })
}
