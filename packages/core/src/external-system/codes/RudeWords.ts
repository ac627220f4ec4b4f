/**
 * Words that no code may read as, each with why: of Latin letters, of the initials by which Chinese is abused, and of numbers that sound or stand for
 * something. They are written as people know them, and compared as a code looks: an S is a 5 there, and an I a 1.
 *
 * No code has an A or a 4: words with one (4, 操 as CAO) cannot come about, and only those stand here that somebody would miss. An edition is never
 * changed, for codes that were printed are read by the one that they were made by: a new word makes a new edition.
 *
 * @module
 */

/** The first edition. */
const first: Readonly<Record<string, ReadonlyArray<string>>> = {
  "vulgar in English, with and without its vowels": [
    ...[
      "FUCK",
      "FUK",
      "FCK",
      "FKU",
      "CUNT",
      "CNT",
      "COCK",
      "DICK",
      "DCK",
      "SHIT",
      "SHT",
      "PISS",
      "PUSSY",
      "TITS",
      "TIT"
    ],
    ...[
      "SLUT",
      "WHORE",
      "WHR",
      "PORN",
      "PRN",
      "BITCH",
      "BTCH",
      "CUM",
      "JIZZ",
      "SEX",
      "XXX",
      "SUCK",
      "SCK",
      "TWT",
      "POO"
    ],
    ...["WTF", "STFU", "GTFO", "HOMO", "DUMB", "IDIOT", "STUPID", "NUTS", "BUTT", "BOOB", "FRT", "CRP", "DMN"]
  ],
  "abuse of people for what they are": ["NIGGER", "NIGR", "NGR", "FGT", "KIKE", "CHINK", "CHNK", "JPZ", "SPIC", "CRIP"],
  "terror and hatred": ["KKK", "ISIS", "HITLER", "NSDP", "HH88", "RIP", "DIE", "KILL", "KLL", "HIV", "BOMB"],
  "vulgar in French, Spanish, German and Russian": [
    "FDP",
    "NTM",
    "PUTO",
    "PUT1",
    "HDP",
    "FOTZE",
    "FTZ",
    "MIST",
    "XYN",
    "XYI"
  ],
  "Chinese abuse by its initials: 操你妈, 他妈的, 你妈死了, 日你妈, 妈卖批, 奶奶的, 我操你, 滚你妈, 妈的, 去死": [
    ...["CNM", "TMD", "NMSL", "RNM", "MMP", "NND", "WCN", "GNM", "MD", "QSB", "QNM", "DNM", "CTM", "NMD", "NMB", "WRN"]
  ],
  "Chinese for parts of the body and where one goes: 鸡巴, 鸡鸡, 煞笔, 厕所": ["J8", "JJ", "SHB", "DSB", "NTJ", "WC"],
  "numbers that abuse: 三八, 十三点 and 装十三, 二百五, 死": ["38", "13", "250", "4"],
  "numbers of days and units that are mourned: 九一八, 七三一, 一二一三": ["918", "731", "1213", "1937"],
  "names that are not played with": ["XJP", "CCP", "PRC", "ROC", "FLG"]
}

/** The words of every edition. */
const editions: Readonly<Record<number, ReadonlyArray<string>>> = { 1: Object.values(first).flat() }

/** The edition of codes that are made now. */
export const current = 1

/** The words of an edition. A series says by which one its codes were made; one that is not there belongs to a newer release. */
export const of = (edition: number): ReadonlyArray<string> => {
  const words = editions[edition]
  if (words === undefined) throw new Error(`There is no edition ${edition} of the words that no code may read as`)
  return words
}
