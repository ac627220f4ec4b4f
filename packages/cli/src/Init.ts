/**
 * `dualops init`: writes a handbook to begin with, of what flags say and, on a terminal, of what is answered to questions, and beside it what `dualops run`
 * starts by. The check has nothing against what it writes.
 *
 * @module
 */
import { dirname, join } from "node:path"
import { CalendarDate, ChineseHolidays } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import { DateTime, Effect, FileSystem, Option } from "effect"
import { Argument, Command, Flag, Prompt, TerminalCapabilities } from "effect/cli"
import { type Answers, example, text } from "./Beginning.ts"
import * as Files from "./Files.ts"
import * as Folder from "./Folder.ts"
import { complain, inWords, say, undone } from "./Words.ts"

/** Begins a handbook. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const answer = (name: string, zh: string, en: string) =>
    Flag.String(name).pipe(Flag.withMetavar("TEXT"), Flag.withDescription(words(zh, en)), Flag.optional)
  const asks = {
    file: Argument.Path("file").pipe(
      Argument.withDescription(words("新手册的文件名，默认 handbook.yaml", "the new file; handbook.yaml as it is")),
      Argument.withDefault("handbook.yaml")
    ),
    brand: answer("brand", "品牌名", "the brand"),
    account: answer("account", "微博账号的数字编号", "the account's number at Weibo"),
    name: answer("name", "微博账号名", "the account's name"),
    domain: answer("domain", "微博里链接所在的域名", "the host of the links in posts"),
    people: Flag.String("person").pipe(
      Flag.withMetavar("ID=NAME"),
      Flag.filterMap(personOf, () => words("编号=姓名，形如 lin=林夏", "an id and a name, as lin=林夏")),
      Flag.withDescription(
        words("团队成员，至少三人，各写一次；第一位负责", "a person of the team, three at least; the first leads")
      ),
      Flag.atLeast(0)
    )
  }
  return Command.make("init", asks, ({ file, people, ...given }) =>
    Effect.gen(function* () {
      const there = yield* Effect.option(Effect.flatMap(FileSystem.FileSystem, (files) => files.stat(file)))
      if (Option.isSome(there))
        return yield* undone(`${file} 已经存在，请换一个文件名。`, `${file} is there already; name another file.`)
      const { Uid } = yield* Effect.promise(() => import("@dualops/core/account"))
      const { canPrompt } = yield* TerminalCapabilities.TerminalCapabilities
      const ask = (flag: keyof typeof given, zh: string, en: string, instance = example[flag]) =>
        Option.match(given[flag], {
          onSome: Effect.succeed,
          onNone: () =>
            canPrompt
              ? question(words(zh, en), instance, (written) =>
                  flag === "account" && !Uid.is(written.trim())
                    ? words("只写数字，形如 1000000001", "Write digits only, as 1000000001")
                    : undefined
                )
              : Effect.succeed(instance)
        })
      const brand = yield* ask("brand", "品牌叫什么？", "What is the brand called?")
      const answers: Answers = {
        brand,
        name: yield* ask("name", "微博账号叫什么？", "What is its account at Weibo called?", brand),
        account: yield* ask("account", "微博账号的数字编号？", "What is the account's number?"),
        domain: yield* ask("domain", "微博里的链接指向哪个域名？", "Which host do the links in posts lead to?"),
        people: people.length > 0 ? people : canPrompt ? yield* askPeople(language) : example.people
      }
      yield* begin(file, answers, language)
      if (!canPrompt)
        yield* complain(madeUp(file, [...asked(given), ...(people.length > 0 ? [] : ["person"])], language))
    })
  ).pipe(
    Command.withDescription(
      words(
        "写一份起步的手册，带注释，检查没有问题。没写的选项会问；不在终端上时取示例的值。",
        "A commented handbook to begin with, against which the check has nothing. Flags that are left out are asked for; without a terminal they are the example's."
      )
    ),
    Command.withShortDescription(words("写一份起步的手册", "a commented handbook to begin with")),
    Command.withExamples([
      { command: "dualops init" },
      {
        command:
          "dualops init tea.yaml --brand 星河茶饮 --account 1000000001 --person lin=林夏 --person zhou=周舟 --person he=何川"
      }
    ])
  )
}

/** What no flag has said; an account is called as its brand. */
const asked = (given: Readonly<Record<"brand" | "name" | "account" | "domain", Option.Option<string>>>) =>
  Object.entries(given).flatMap(([flag, said]) =>
    Option.isSome(said) || (flag === "name" && Option.isSome(given.brand)) ? [] : [flag]
  )

/** What was taken from the example because nobody could be asked, and where it is changed; the numbers of people are made up in any case. */
const madeUp = (file: string, left: ReadonlyArray<string>, language: Bilingual.Language): string => {
  const places = [...left.flatMap((flag) => standsAt[flag] ?? []), "team.people.*.contact"]
  const flags = left.map((flag) => `--${flag}`).join(" ")
  return inWords(language)(
    `没有提问的终端，这些内容取自示例，请在 ${file} 里改成真实的：${places.join("、")}。${flags === "" ? "" : `\n也可以用选项写明：${flags}`}`,
    `Nobody could be asked, so these are the example's; put yours into ${file}: ${places.join(", ")}.${flags === "" ? "" : `\nFlags say them as well: ${flags}`}`
  )
}

/** Where a handbook says what a flag says. */
const standsAt: Readonly<Record<string, ReadonlyArray<string>>> = {
  brand: ["brand"],
  name: ["account.name"],
  account: ["account.id"],
  domain: ["account.safeDomains"],
  person: ["team.people"]
}

/** Days after which what is put aside comes back. */
const aWhile = 180

const begin = Effect.fnUntraced(function* (file: string, answers: Answers, language: Bilingual.Language) {
  if (!isTeam(answers.people))
    return yield* undone(
      "团队至少要三个人，编号各不相同：一人写，一人审，一人顶替。",
      "The team needs three people with ids of their own: one writes, one approves, one stands in."
    )
  const at = yield* DateTime.now
  const until = CalendarDate.fromNumber(Math.floor(DateTime.toEpochMillis(at) / CalendarDate.dayMillis) + aWhile)
  const written = text(answers, until, language)
  const { Verifier } = yield* Effect.promise(() => import("@dualops/core/verifier"))
  // Answers are all that is not ours: whatever is found is about one of them.
  const [wrong] = Verifier.checkFile(file, written, { holidays: ChineseHolidays.holidays, at })
  if (wrong !== undefined)
    return yield* undone(`${wrong.message.zh}${wrong.fix.zh}`, `${wrong.message.en} ${wrong.fix.en}`)
  yield* Files.write(file, written, [])
  // What begins with a dash would be a flag.
  const called = file.startsWith("-") ? `./${file}` : file
  const today = CalendarDate.fromNumber(Math.floor(DateTime.toEpochMillis(at) / CalendarDate.dayMillis))
  const { left, written: beside } = yield* Folder.begin(file, today, language)
  yield* say(`${[file, ...beside].join("\n")}\n`)
  if (left.length > 0)
    yield* say(
      inWords(language)(`已存在，未改动：${left.join("、")}`, `There already, and left alone: ${left.join(", ")}`)
    )
  const from = dirname(called)
  const config = from === "." ? "" : ` --config ${join(from, "dualops.config.ts")}`
  yield* say(
    inWords(language)(
      `接下来：npx dualops check ${called} --watch --lang zh\n然后：npx dualops run${config} --emulator --lang zh`,
      `Next: npx dualops check ${called} --watch\nThen: npx dualops run${config} --emulator`
    )
  )
})

/** Asks for a text; whoever presses Enter alone takes the example, which stands beside the question. */
const question = (
  message: string,
  instance: string,
  wrong: (written: string) => string | undefined = () => undefined
) =>
  Prompt.run(
    Prompt.String({
      message: `${message} (${instance})`,
      validate: (written) => {
        const problem = written.trim() === "" ? undefined : wrong(written)
        return problem === undefined ? Effect.succeed(written) : Effect.fail(problem)
      }
    })
  ).pipe(Effect.map((written) => written.trim() || instance))

const askPeople = (language: Bilingual.Language) =>
  question(
    inWords(language)(
      "团队有谁？编号=姓名，用空格分开，至少三人，第一位负责",
      "Who is in the team? id=name, with blanks between, three at least; the first leads"
    ),
    example.people.map((person) => person.join("=")).join(" "),
    (written) =>
      peopleOf(written) === undefined
        ? inWords(language)(
            "写成 lin=林夏 zhou=周舟 he=何川，编号各不相同",
            "Write lin=林夏 zhou=周舟 he=何川, each with an id of its own"
          )
        : undefined
  ).pipe(Effect.map((written) => peopleOf(written) ?? []))

const peopleOf = (written: string): Answers["people"] | undefined => {
  const people = written
    .trim()
    .split(/[\s,，、]+(?=[^\s,，、=]+=)/)
    .map(personOf)
  return people.every(Option.isSome) && isTeam(people.map((one) => one.value))
    ? people.map((one) => one.value)
    : undefined
}

/** Three people or more, each with an id of their own. */
const isTeam = (people: Answers["people"]): boolean =>
  people.length >= 3 && new Set(people.map(([id]) => id)).size === people.length

const personOf = (written: string): Option.Option<readonly [id: string, name: string]> => {
  const at = written.indexOf("=")
  const [id, name] = [written.slice(0, at), written.slice(at + 1)]
  // What begins with two underscores is no key of a handbook.
  return at > 0 && name !== "" && !/\s|^__/.test(id) ? Option.some([id, name]) : Option.none()
}
