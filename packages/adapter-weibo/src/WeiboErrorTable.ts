/**
 * Weibo's error codes, each in one class and with the reason why: the data of `WeiboErrorCode`.
 *
 * Source: Weibo's error-code page, the published list of 282 codes, and bodies that people really got. The sentences are this project's. What
 * a code says counts, not what it probably means: where the text leaves open whether something was done, so does the class.
 *
 * @module
 */

/** The classes, by what a code says of the call: `unclear` is for those that do not say whether anything was done. */
export type Class =
  | "busy"
  | "rate"
  | "token"
  | "permission"
  | "request"
  | "content"
  | "target"
  | "duplicate"
  | "already"
  | "slow"
  | "unclear"

/** What became of a call that was answered with a code. */
export type Outcome = "not done" | "retry" | "re-authorise" | "done" | "unknown"

/** What became of it, class by class. */
export const outcomes: Readonly<Record<Class, Outcome>> = {
  busy: "retry",
  rate: "retry",
  token: "re-authorise",
  permission: "not done",
  request: "not done",
  content: "not done",
  target: "not done",
  duplicate: "unknown",
  already: "done",
  slow: "done",
  unclear: "unknown"
}

/** Codes that say the same, and why they are in this class. */
export interface Row {
  readonly class: Class
  readonly because: string
  readonly codes: ReadonlyArray<number>
}

/** The table; a code stands in one row. */
export const rows: ReadonlyArray<Row> = [
  {
    class: "busy",
    because: "turned away at the door, or asked by Weibo to call again",
    codes: [10002, 10009, 20014, 21331, 21601, 21654]
  },
  {
    class: "busy",
    because: "a search that failed in the house: it writes nothing, so it may be asked again",
    codes: [20119, 21901, 21903, 21909, 21920, 21942]
  },

  {
    class: "rate",
    because: "the quota of the address, of the user, or of the user at this interface is used up",
    codes: [10022, 10023, 10024, 21908]
  },
  {
    class: "rate",
    because: "too many posts, follows or articles in a short time",
    codes: [11001, 20016, 20505, 20521, 20524]
  },
  { class: "rate", because: "too many log-ins by name and password", codes: [21303] },

  { class: "token", because: "the token has run out", codes: [21315, 21327] },
  {
    class: "token",
    because: "the token is not known, was used up, or was refused",
    codes: [21301, 21314, 21316, 21317, 21325, 21332, 21501]
  },
  {
    class: "token",
    because: "the account took its grant back, or Weibo ended it with the app's limit of test users",
    codes: [21319, 21321]
  },
  {
    class: "token",
    because: "the log-in behind the grant is not in order: the account has to say yes again",
    codes: [20033, 21318]
  },

  {
    class: "permission",
    because: "the app calls from an address that is not registered",
    codes: [10004, 21503, 21612]
  },
  {
    class: "permission",
    because: "the interface is not granted to the app, or to nobody any more",
    codes: [10005, 10014, 10026, 21326, 21330, 21333, 21337, 21502]
  },
  {
    class: "permission",
    because: "the app does not say who it is, or Weibo knows no such app",
    codes: [10006, 20122, 21311, 21312, 21313, 21322, 21324, 21338, 21604, 21611, 21621, 21653]
  },
  { class: "permission", because: "the account is none, or acts for another account", codes: [10013, 21335, 21620] },
  {
    class: "permission",
    because: "only for members, or only for whoever owns the app",
    codes: [20133, 21140, 21610, 21632, 21633, 21651, 21701]
  },

  {
    class: "request",
    because: "the request is not formed as the interface wants it",
    codes: [10007, 10008, 10012, 10016, 10018, 10020, 10021, 10025, 21305, 21323, 21328, 21329, 21613, 21655]
  },
  {
    class: "request",
    because: "a value is not allowed; on share also a text without a link to a registered domain",
    codes: [10017, 11002, 11003, 20121, 20136]
  },
  {
    class: "request",
    because: "a list or an id is empty or too long",
    codes: [20001, 20002, 20009, 20109, 20204, 20407, 20502, 20801, 20802, 21001, 21119, 21504]
  },
  { class: "request", because: "the picture: its type, its size, or how it was sent", codes: [20005, 20006, 20007] },
  { class: "request", because: "there is nothing to say in it", codes: [20008] },
  {
    class: "request",
    because: "signing and logging in as apps did before OAuth2",
    codes: [21302, 21304, 21306, 21307, 21308, 21309, 21310, 21320, 20402, 21104]
  },
  {
    class: "request",
    because: "blocking words, apps, people and posts: the limit, or not theirs to block",
    codes: [20123, 20124, 20126, 20128, 20403, 20406, 21141, 21142, 21631]
  },
  { class: "request", because: "pinning a post: not allowed, or it did not work", codes: [20410, 20412] },
  {
    class: "request",
    because: "whom one may follow: the limit, or a block of one's own",
    codes: [20504, 20509, 20512, 20513, 20527]
  },
  {
    class: "request",
    because: "tags, groups and lists: names, sizes and kinds that are not taken",
    codes: [
      20114, 20116, 20117, 20118, 20601, 20602, 20606, 20608, 20610, 20611, 20612, 20613, 20614, 20615, 20616, 20617,
      20701, 20702, 20706, 21002
    ]
  },
  {
    class: "request",
    because: "notifications: their templates and values",
    codes: [21605, 21652, 21656, 21702, 21703]
  },
  {
    class: "request",
    because: "registering and describing a user, which no app of a brand does",
    codes: [
      21101, 21102, 21103, 21105, 21108, 21109, 21111, 21118, 21121, 21122, 21124, 21125, 21128, 21129, 21130, 21131,
      21132, 21134, 21135, 21136, 21137, 21138
    ]
  },
  {
    class: "request",
    because: "places: values that are missing, malformed or out of range",
    codes: [
      21902, 21905, 21906, 21907, 21910, 21911, 21912, 21913, 21914, 21915, 21916, 21917, 21918, 21921, 21922, 21940,
      21941, 21944, 21945, 21951, 21952, 21953, 21954, 21955, 21956, 21957, 21958, 21959, 21960, 21961, 21962, 21963,
      21964, 21965, 21966, 21971
    ]
  },

  { class: "content", because: "the text is too long", codes: [20012, 20013, 20049] },
  { class: "content", because: "what it says or links to is not wanted", codes: [20018, 20020, 20021, 20045, 21602] },
  {
    class: "content",
    because: "the account may not write now, or a person has to show that it is one",
    codes: [20015, 20022, 20023, 20031, 20507, 21334]
  },

  {
    class: "target",
    because: "the post, the comment or the user is gone, or never was",
    codes: [20003, 20101, 20135, 20201, 20401, 20501]
  },
  { class: "target", because: "it is another's", codes: [20102, 20103, 20203, 20411, 20604] },
  {
    class: "target",
    because: "its author does not let this account read, repost, comment or write to them",
    codes: [20112, 20120, 20130, 20132, 20206, 20207, 20301, 20508]
  },
  {
    class: "target",
    because: "there is nothing of the kind to take back or to find",
    codes: [
      20115, 20125, 20129, 20134, 20404, 20405, 20409, 20413, 20503, 20510, 20522, 20523, 20528, 20603, 20618, 20705,
      21110, 21112, 21113, 21114, 21115, 21116, 21117, 21120, 21123, 21650, 21904, 21923, 21943
    ]
  },

  {
    class: "duplicate",
    because: "the same or a similar text is there: of another post, or of an earlier attempt at this one",
    codes: [20017, 20019, 20038, 20111]
  },

  {
    class: "already",
    because: "what was asked for was so before",
    codes: [20127, 20414, 20506, 20511, 20525, 20526, 20704, 21634]
  },

  {
    class: "slow",
    because: "taken, and to be seen in a minute or two: Weibo says itself not to send it again",
    codes: [20032]
  },

  {
    class: "unclear",
    because: "the house behind the door failed or ran out of time: the write may have got through",
    codes: [10001, 10003, 10010, 10011, 20607, 21603]
  },
  { class: "unclear", because: "the first half may be done, and only the second failed", codes: [20408, 21133] },
  {
    class: "unclear",
    because: "it may be published, with a notice before it; whether it was, is not said",
    codes: [20044]
  }
]
