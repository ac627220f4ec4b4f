// Two hundred ways to say what a brand bans, as those who are banned write it. The held-out half was written before the rules were mended.

/** The list that all of them get round. */
export const banned: ReadonlyArray<string> = [
  ..."加微信 微信 代购 刷单 兼职 减肥神器 包治百病 赌博 发票 高利贷 假货 SM".split(" ")
]

/** A kind of disguise, and texts in it. */
export interface Evasion {
  readonly kind: string
  readonly texts: ReadonlyArray<string>
}

/** What the rules were developed on. */
export const developed: ReadonlyArray<Evasion> = [
  {
    kind: "signs between",
    texts: [
      "想要的加@微@信",
      "加#微#信 有惊喜",
      "加￥微￥信",
      "加%微%信",
      "加&微&信",
      "加、微、信",
      "加。。。微。。。信",
      "快加|微|信",
      "加~微~信拿样品",
      "加/微/信领券",
      "加^微^信",
      "代-购找我",
      "刷_单日结",
      "兼*职日结三百",
      "发=票代开"
    ]
  },
  {
    kind: "brackets and quotes between",
    texts: [
      "加（微）信",
      "加【微信】",
      "加“微”信",
      "加「微」「信」",
      "代(购)韩国面膜",
      "赌[博]网站",
      "《加》《微》《信》"
    ]
  },
  { kind: "blanks between", texts: ["加 微 信", "加　微　信", "代 购", "刷\t单", "加\u00A0微\u2003信", "包 治 百 病"] },
  {
    kind: "digits and letters between",
    texts: ["加1微1信", "加2微3信", "加a微b信", "减1肥1神1器", "包x治x百x病"]
  },
  { kind: "lines between", texts: ["加\n微\n信", "减\n肥\n神\n器", "买茶找我\n加\n微\n信\n有优惠"] },
  {
    kind: "emoji between",
    texts: ["加👉微👉信", "代💰购", "刷🔥单", "加❤️微❤️信", "兼🈶职", "高💰利💰贷"]
  },
  {
    kind: "nothing to be seen between",
    texts: [
      "加\u200B微\u200B信",
      "加\u2060微\u2060信",
      "代\u00AD购",
      "加\u0336微\u0336信\u0336",
      "刷\uFE0F单",
      "兼\u3164职",
      "假\u200D货"
    ]
  },
  { kind: "traditional characters", texts: ["請加微信", "韓國代購", "兼職日結", "代開發票", "減肥神器", "賭博平臺"] },
  {
    kind: "width and style",
    texts: ["加ｗｅｉｘｉｎ", "不要ＳＭ", "𝐰𝐞𝐢𝐱𝐢𝐧 tea88", "ⓦⓔⓘⓧⓘⓝ", "ⓋⓍ tea88", "𝓥𝓧：tea88"]
  },
  {
    kind: "pinyin",
    texts: [
      "加weixin聊",
      "jia微信",
      "jiaweixin领券",
      "wei信联系",
      "微xin联系",
      "daigou找我",
      "代gou靠谱",
      "shuadan日结",
      "fapiao代开",
      "jianzhi日结",
      "加 wei xin",
      "WeiXin同号"
    ]
  },
  {
    kind: "sound-alikes",
    texts: [
      "薇信联系",
      "加薇信",
      "加威信聊",
      "加维信",
      "加微心",
      "徽信同号",
      "刷蛋日结",
      "兼值日结",
      "发漂代开",
      "葳信：tea88",
      "嘉微信"
    ]
  },
  {
    kind: "short for it",
    texts: [
      "加V：tea88",
      "加vx",
      "vx：tea88",
      "加V信",
      "v信同号",
      "微X：tea88",
      "+V tea88",
      "➕微信",
      "加wx tea88",
      "VX同步",
      "加我V：tea88"
    ]
  },
  { kind: "look-alikes", texts: ["vх：tea88", "ＷЕIXIN", "wеixin联系", "加ν信", "微亻言联系", "力口微信"] },
  { kind: "digits for letters", texts: ["we1x1n：tea88", "w3ixin", "加we!xin", "d4igou"] },
  { kind: "against the direction", texts: ["\u202E信微加\u202C", "\u202E购代\u202C找我", "联系\u202Enixiew\u202C"] }
]

/** What nobody looked at while mending. */
export const heldOut: ReadonlyArray<Evasion> = [
  {
    kind: "signs between",
    texts: [
      "加+微+信",
      "加$微$信",
      "加丶微丶信",
      "加·微·信",
      "加★微★信",
      "加，微，信",
      "加;微;信聊",
      "加!微!信",
      "加'微'信",
      "代/购 日本直邮",
      "刷.单 一天两百",
      "兼~职 在家做",
      "发#票",
      "假、货",
      "加——微——信",
      "高|利|贷",
      "赌@博"
    ]
  },
  {
    kind: "brackets and quotes between",
    texts: ["加『微信』", "加<微>信", "【加】【微】【信】", "刷(单)", "加{微}{信}", "‘代’‘购’", "兼﹙职﹚"]
  },
  {
    kind: "blanks between",
    texts: ["加  微   信", "兼 职", "减 肥 神 器", "高\u3000利\u3000贷", "赌\u2009博", "加 微信"]
  },
  { kind: "digits and letters between", texts: ["加5微5信", "加q微q信", "包1治2百3病", "高a利a贷"] },
  { kind: "lines between", texts: ["加\r\n微\r\n信", "包\n治\n百\n病", "扫码\n\n加\n\n微\n\n信"] },
  { kind: "emoji between", texts: ["加✨微✨信", "代🛍️购", "发🧾票", "赌🎲博", "加👇🏻微👇🏻信", "假🚫货"] },
  {
    kind: "nothing to be seen between",
    texts: ["加\u200C微\u200C信", "代\uFEFF购", "赌\u200D博", "刷\u034F单", "加\u{E0020}微\u{E0020}信", "发\u2063票"]
  },
  {
    kind: "traditional characters",
    texts: ["加微信領獎", "淘寶刷單", "高利貸", "假貨", "包治百病嘅神藥", "請找我代購"]
  },
  { kind: "width and style", texts: ["ｖｘ：tea99", "𝕨𝕖𝕚𝕩𝕚𝕟", "ＷｅｉＸｉｎ同号", "🆅🆇 tea99", "ｓｍ 道具", "🅥🅧"] },
  {
    kind: "pinyin",
    texts: [
      "加Weixin",
      "jia wei xin",
      "jia微xin",
      "wei信号码",
      "weixin号tea99",
      "dai购",
      "shua单",
      "刷dan",
      "gaolidai",
      "du博",
      "jia货",
      "fa票",
      "jian职",
      "wēixìn"
    ]
  },
  {
    kind: "sound-alikes",
    texts: [
      "加微芯",
      "溦信",
      "加薇心",
      "维信号",
      "加巍信",
      "代勾",
      "唰单",
      "兼执",
      "发飘代开",
      "加卫信",
      "佳微信",
      "减肥神气",
      "堵博"
    ]
  },
  {
    kind: "short for it",
    texts: [
      "加v：tea99",
      "加V tea99",
      "vx tea99",
      "wx：tea99",
      "V❤tea99",
      "加我vx",
      "威♥tea99",
      "+vx",
      "+薇",
      "加薇：tea99",
      "V信tea99",
      "加个v",
      "我的VX"
    ]
  },
  { kind: "look-alikes", texts: ["ᴠx：tea99", "vⅹ tea99", "wеіхіn", "∨信", "力口 微 亻言"] },
  { kind: "digits for letters", texts: ["w31x1n", "we1xin", "da1gou", "f4piao"] },
  {
    kind: "against the direction",
    texts: ["\u202E信微\u202C", "\u202E单刷\u202C日结", "看这里\u202E票发\u202C", "\u2067\u202E信微加\u202C\u2069"]
  }
]
