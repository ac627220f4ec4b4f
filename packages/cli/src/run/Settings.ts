/**
 * What a house is started with: the words of `dualops.config.ts`. A secret never stands in it: only the name of the variable of the environment that has it.
 *
 * @module
 */
import { CalendarDate, Moment, WallClock } from "@dualops/core/calendar"
import { Expected } from "@dualops/core/finding"
import { Actor } from "@dualops/core/process"
import { DateTime, Schema } from "effect"

/** The name of a variable of the environment. */
const Variable = Schema.String.check(Schema.isPattern(/^[A-Z][A-Z0-9_]*$/)).annotate(
  Expected.words({
    zh: "环境变量的名称，形如 WEIBO_TOKEN；密钥本身不写在这里",
    en: "the name of an environment variable, such as WEIBO_TOKEN; the secret itself does not stand here"
  })
)

const File = Schema.NonEmptyString

/** Weibo itself: the token of the account's grant, and the address of whoever acts, which Weibo asks for with every write. */
const Weibo = Schema.Struct({
  token: Variable,
  rip: Schema.NonEmptyString,
  /** What fans wrote before that day is passed over. */
  from: Schema.optionalKey(CalendarDate.CalendarDate),
  /** The day on which the grant ends: three days before, whoever may authorise the app has it on the desk. Left out, a grant is missed when it is dead. */
  expires: Schema.optionalKey(CalendarDate.CalendarDate)
})

/** A proxy that has signed people in, as `ProxyDoor` of the desk has it. */
const BehindProxy = Schema.Struct({
  header: Schema.NonEmptyString,
  secretHeader: Schema.NonEmptyString,
  secret: Variable
})

/** A provider of the company at which people sign in by OpenID Connect, as `OidcDoor` of the desk has it. `desk.origin` has to be said with it. */
const BehindProvider = Schema.Struct({
  issuer: Schema.NonEmptyString,
  clientId: Schema.NonEmptyString,
  clientSecret: Variable,
  /** By which cookies are sealed, 16 characters at least. */
  cookies: Variable,
  /** Whose account is whose: the person of the handbook, by `sub`, which never becomes somebody else's. */
  accounts: Schema.Record(Schema.NonEmptyString, Actor.PersonId)
})

/** Another program that is told, as `Subscription` of the desk has it. */
const Hook = Schema.Struct({
  name: Schema.NonEmptyString,
  url: Schema.NonEmptyString,
  /** `whsec_` and 24 to 64 bytes in Base64. */
  secret: Variable,
  /** The secret before this one, for as long as the receiver may still have it. */
  formerSecret: Schema.optionalKey(Variable),
  /** The person of the handbook with whose rights it is told. */
  person: Actor.PersonId,
  of: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  mayBePrivate: Schema.optionalKey(Schema.Boolean)
})

/** The secret of codes, 32 characters at least and the same for ever; and at which port tills redeem them, each known by its token, as `TillHandler` has it. */
const Codes = Schema.Struct({
  secret: Variable,
  tills: Schema.optionalKey(
    Schema.Struct({
      port: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })),
      host: Schema.optionalKey(Schema.NonEmptyString),
      of: Schema.Record(
        Schema.NonEmptyString,
        Schema.Struct({ token: Variable, isPublic: Schema.optionalKey(Schema.Boolean) })
      )
    })
  )
})

/** By e-mail: the variable with the settings of the mailbox; and where members opt out, each by a link that is sealed. */
const Invitations = Schema.Struct({
  mail: Variable,
  optOut: Schema.Struct({
    /** 32 characters by chance, the same for ever: links of earlier invitations work for ever. */
    secret: Variable,
    /** The address of the page as members see it, by `https`; a proxy leads it to the port. */
    at: Schema.NonEmptyString,
    port: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })),
    host: Schema.optionalKey(Schema.NonEmptyString)
  })
})

/** A customer system: the variable with its settings, one line of JSON, as `@dualops/adapter-crm` has them. */
const Crm = Schema.Union([Schema.Struct({ requestTracker: Variable }), Schema.Struct({ hubspot: Variable })])
/** A customer system. */
export type Crm = typeof Crm.Type

/** What is told to a house in its file. */
export const Settings = Schema.Struct({
  /** The handbook's file. */
  handbook: File,
  /** A file of SQLite, or the variable that has the address of a PostgreSQL. */
  store: Schema.Union([File, Schema.Struct({ postgres: Variable })]),
  /** Where the keys of personal data are, if the handbook has the section: `keys.sqlite` unless said. Never in the backups of the store. */
  keys: Schema.optionalKey(Schema.Union([File, Schema.Struct({ postgres: Variable })])),
  /** The moment from which the store is a copy, where it was restored: what may have gone out since is looked for before it is sent. */
  restored: Schema.optionalKey(Moment.Moment),
  weibo: Schema.Union([Schema.Literal("emulator"), Weibo]),
  desk: Schema.Struct({
    port: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))),
    /** The address on which it listens behind a door: 127.0.0.1 unless said, so that the proxy stands on the same machine; in a container 0.0.0.0. */
    host: Schema.optionalKey(Schema.NonEmptyString),
    /** `local`: whoever sits at this machine is whom they choose to be. */
    door: Schema.Union([Schema.Literal("local"), BehindProxy, BehindProvider]),
    /** A file with the list of tokens of programs, as `TokenDoor` of the desk keeps them. */
    tokens: Schema.optionalKey(File),
    /** By which forms are known as the desk's own, 16 characters at least. */
    secret: Schema.optionalKey(Variable),
    /** The address of the desk as browsers see it. */
    origin: Schema.optionalKey(Schema.NonEmptyString)
  }),
  /** How people are told: the variables with the settings of messengers, asked in this order. Left out, messages are lines on the terminal. */
  tell: Schema.optionalKey(
    Schema.Struct({
      wecom: Schema.optionalKey(Variable),
      dingtalk: Schema.optionalKey(Variable),
      feishu: Schema.optionalKey(Variable),
      mail: Schema.optionalKey(Variable)
    })
  ),
  /**
   * Where the tickets of complaints are opened: the variable with the settings of Request Tracker or HubSpot, one line of JSON, as `@dualops/adapter-crm` has them.
   * Without it a handbook that names desks (`complaints.desks`) needs a carrier of your own for them.
   */
  customerDesk: Schema.optionalKey(Crm),
  /** Who the company's members are: the variable with the settings of Request Tracker or HubSpot, as for `customerDesk`. */
  members: Schema.optionalKey(Crm),
  /** How members are written to, by whom they can be; needed where the handbook invites members or wins fans back. */
  invitations: Schema.optionalKey(Invitations),
  /** What the seeds of draws are made of: 32 characters by chance, the same for as long as a draw is open. */
  draws: Schema.optionalKey(Schema.Struct({ secret: Variable })),
  /** What codes are made of, and the tills that redeem them. */
  codes: Schema.optionalKey(Codes),
  /** Which other programs are told of what happens, as webhooks. */
  webhooks: Schema.optionalKey(Schema.Array(Hook)),
  /** Hosts of the company's own network, with their ports, whose pages may be looked at for links; others have to be public. */
  inside: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** The pictures of posts stand below it; the folder of the file, if left out. */
  pictures: Schema.optionalKey(File),
  /** `[...Practices.house, mine]`; in a file of TypeScript or JavaScript. */
  practices: Schema.optionalKey(Schema.Unknown),
  /** Carriers of your own, such as `carrier(kind, async …)` of `dualops` makes. */
  carriers: Schema.optionalKey(Schema.Unknown)
})
/** What is told to a house in its file. */
export type Settings = typeof Settings.Type

/** The port of the desk unless it is said. */
export const usualPort = 8400

/** The first moment of a day that the settings name, in China. */
export const midnight = (day: CalendarDate.CalendarDate): DateTime.Utc =>
  DateTime.makeUnsafe(WallClock.make("Asia/Shanghai").reaches(CalendarDate.toNumber(day) * CalendarDate.dayMillis))
