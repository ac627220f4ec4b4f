/**
 * The words which the advertising law pack looks for, by how sure it is that they break the law.
 *
 * The statute names only a few. The others are what "and the like" (等用语) has been taken to mean by the authorities
 * and in the trade; the long lists that go round have no legal force, so their words want judgement and are no errors.
 *
 * @module
 */

/** Advertising Law Art. 9(3) by name: 国家级, 最高级, 最佳. */
export const statutory: ReadonlyArray<string> = ["国家级", "最高级", "最佳"]

/** Advertising Law Art. 9(1) and (2): the state's flag, anthem and emblem, the army's, and the state's people. Whoever honours them sells nothing. */
export const stateSymbols: ReadonlyArray<string> = [
  ..."国旗|国歌|国徽|军旗|军歌|军徽".split("|"),
  ..."国家领导人|国家主席|国务院总理|中央领导|国家机关工作人员".split("|")
]

/** The same as a claim: goods that the state's organs recommend or are supplied with. */
export const stateSupplies: ReadonlyArray<string> = [
  ..."国家机关推荐|国家机关专供|中南海特供|中南海专供|国宾专供|人民大会堂专供|人民大会堂特供|军队特供|军队专供|党政机关专供".split(
    "|"
  )
]

/** After 最 or 最为, about goods: a superlative. 最近, 最后, 最新, 最终, 最多 and the like are none. */
const superlative = [
  ..."好优强大高低美棒牛火热潮酷香甜省贵快全纯精专稳嫩脆滑鲜软浓薄轻亮净酥糯爽透暖值牛正",
  ..."优秀|优质|优惠|先进|科学|专业|权威|有效|高端|高档|奢华|豪华|尖端".split("|"),
  ..."便宜|实惠|划算|低价|安全|健康|天然|环保|完美|卓越|流行|时尚|畅销".split("|"),
  ..."受欢迎|受好评|好用|好吃|好喝|好看|舒适|舒服|耐用|顶级|强大|新鲜|值得买".split("|"),
  ..."正宗|地道|靠谱|热销|热门|抢手|火爆|具影响力|具价值|有价值|有实力|可靠|先".split("|")
]

/** Superlatives and words of singleness, which the authorities treat as 等用语 of Art. 9(3). */
export const absolute: ReadonlyArray<string> = [
  ...superlative.flatMap((word) => [`最${word}`, `最为${word}`, `zui${word}`]),
  ..."第一|no.1|no1|no 1|no. 1|n0.1|n01|top1|top 1|top.1|头名|排名第一|销量第一|全球第一|全国第一".split("|"),
  ..."全网第一|行业第一|世界第一|中国第一|第一品牌|数一数二|冠军品牌".split("|"),
  ..."唯一|仅此一家|独家|独一无二|绝无仅有|空前绝后|前无古人|史无前例|无与伦比|无可比拟".split("|"),
  ..."首个|首选|首家|首款|全国首发|全球首发|全网首发|填补国内空白|填补空白".split("|"),
  ..."顶级|顶尖|顶峰|极致|极品|终极|至尊|巅峰|王牌|冠绝|无双|登峰造极".split("|"),
  ..."首屈一指|独占鳌头|无人能及|无人能敌|无人可及|无可匹敌|无出其右|遥遥领先|独步天下|前所未有|无可替代|无可挑剔|完美无瑕|天下第一|独一份|天花板".split(
    "|"
  ),
  ..."领军|领导品牌|领袖品牌|龙头品牌|标杆|销量冠军|销冠|世界领先|全球领先|国际领先|国内领先|行业领先|史上最强|地表最强|绝佳|极佳|首创|独创|顶奢|至臻|臻品".split(
    "|"
  ),
  ..."鼻祖|霸主|之王|之最|之冠|殿堂级|国际级|神级|教科书级".split("|"),
  ..."万能|全能|100%|100 %|百分之百|百分百|绝对|永久|零风险|零缺陷|完美无缺".split("|"),
  ..."全网最低|全网最低价|史上最低|历史最低价|史上最低价|跳楼价|秒杀全网|世界级|全球级|宇宙级|国家免检|驰名商标".split(
    "|"
  )
].flatMap((word) => (word.includes("第一") ? [word, word.replace("第一", "第1")] : [word]))

/** Words that need proof, or are ruled by a law of their own, by trade. */
export const trades: ReadonlyArray<{
  readonly zh: string
  readonly en: string
  readonly words: ReadonlyArray<string>
}> = [
  {
    zh: "医疗、药品和保健食品",
    en: "medicine and health food",
    words: [
      ..."根治|治愈率|有效率|药到病除|包治百病|无副作用|无毒副作用|无任何副作用|无效退款".split("|"),
      ..."临床验证|祖传秘方|特效药|降血糖|降血压|降血脂|抗癌|防癌|增强免疫力|替代药物".split("|")
    ]
  },
  {
    zh: "化妆品",
    en: "cosmetics",
    words: "药妆|医学护肤品|干细胞|速效美白|一洗白|永不反弹|彻底祛斑|祛疤|生发液|防脱生发|快速生发|细胞再生".split("|")
  },
  {
    zh: "金融和投资",
    en: "finance and investment",
    words: "保本|保收益|稳赚不赔|稳赚|无风险|零风险投资|高收益|躺赚|保值增值|升值潜力".split("|")
  },
  {
    zh: "教育培训",
    en: "education",
    words: "保过|包过|不过退款|命题专家|名师押题|保录取|提分神器|保证提分|快速提分".split("|")
  },
  {
    zh: "房地产",
    en: "property",
    words: "学区房|升值无限|投资回报率|零首付|首付贷|距离市中心仅|地铁上盖".split("|")
  },
  {
    zh: "烟草和处方药，互联网上不得发布广告",
    en: "tobacco and prescription medicine, which may not be advertised on the internet",
    words: "电子烟|烟弹|烟油|卷烟|雪茄|处方药".split("|")
  }
]
