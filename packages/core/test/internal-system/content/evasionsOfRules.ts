// Ways round the rules that are no spelling alone: draws that avoid the word, claims that avoid the goods, words that are hinted at.
import type { Evasion } from "./evasions.ts"

/** What was reported as let through. */
export const developed: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "转发抽大奖",
      "评论区捞3个人送奶茶",
      "评论区随机挑3位送新品",
      "转发随机选三位送礼盒",
      "评论区翻牌3位宝宝送同款",
      "转发中随机送出3份奶茶",
      "转发掉落3份奶茶",
      "揪仨人送奶茶",
      "转发菗奖送奶茶"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "加w❤x",
      "➕薇：",
      "加㣲信",
      "加微（不是）信",
      "信微加我",
      "剁单",
      "加卫星领券",
      "s单日结",
      "🖌单日结",
      "带購"
    ]
  },
  {
    kind: "claims",
    texts: [
      "本店奶茶全国最佳",
      "我家奶茶就是全城最佳",
      "我们家奶茶国家级品质",
      "本品牌面膜效果最佳，欢迎下单",
      "旗下酒店服务最高级",
      "星河茶饮，全国最佳！",
      "全球最佳，只在星河",
      "这杯桂花乌龙，最佳！",
      "桂花乌龙，最高级的享受",
      "桂花乌龙——国家级水准",
      "N0.1奶茶",
      "奶茶销量第壹",
      "100 %鲜奶茶"
    ]
  }
]

/** Written before anything was mended, and looked at once, when it was done. */
export const heldOut: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "评论区抓三位幸运儿，送一整箱茶",
      "转发这条，随机选5位宝子寄新茶",
      "从评论里挑两个人请喝奶茶",
      "转评赞里捞十个锦鲤，每人一套茶具",
      "转发随机掉落10个杯子",
      "评论区盲选2个粉丝送周边",
      "关注➕转发，摇3个号送礼盒",
      "转发捉一只锦鲤，免单一个月",
      "留言，周五抓阄送3份茶点",
      "评论区开盲盒，随机砸中5位送茶包",
      "转發菗3位送禮盒",
      "转发 chou 3 位送茶",
      "评论随缘送出五盒月饼",
      "转发里抠两个人送手办"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "加徾信 tea88",
      "➕薇❤tea88",
      "加绿泡泡领券",
      "加v芯 tea88",
      "威❤信：tea88",
      "微[不]信同号",
      "信微 tea88加我",
      "S单日结300",
      "代够美妆，日本直邮",
      "购代找我，韩国直邮",
      "蒹职日结",
      "发嘌代开",
      "代🐶韩国面膜",
      "减淝神器"
    ]
  },
  {
    kind: "claims",
    texts: [
      "桂花乌龙，国家級水准的享受",
      "我们家的拿铁，全国最佳没有之一",
      "整个华东最佳的冷萃，就在这里",
      "亚洲最高级的抹茶，只此一家",
      "最.佳乌龙，买一送一",
      "zui佳口感",
      "这款面膜，业界公认最佳",
      "蕞佳奶茶",
      "全网第壹的乌龙茶",
      "Νо1的奶茶",
      "国旗同款红茶杯，限量发售",
      "本店拿铁堪称世界最佳"
    ]
  }
]

/** Written later, after what people report and trade lists name: at the first look 22 of 40 were told, before the kinds that were missed were mended. */
export const later: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "转發本条，抓2位朋友送咖啡券",
      "评论区薅3个欧皇，包邮送茶具",
      "关注并转发，周五揪10位宝宝送新品",
      "转发丑奖，送全套周边",
      "转发本微博，随机点名3位送奶茶",
      "转发+评论，roll 3位送杯子",
      "转赞评里随机roll一个人送耳机",
      "转发里翻牌5位姐妹，寄试吃装",
      "评论区随机掉落8份下午茶",
      "转发摇人，3位得新品礼盒",
      "关注我，评论区蹲3位锦鲤送月饼",
      "带话题发微博，我来挑5条送礼盒",
      "转发本条有机会获得全年免单",
      "评论区随便选个幸运鹅送公仔"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "加威.信 tea66",
      "➕v❤：tea66",
      "加为信 tea66",
      "卫♥tea66",
      "w❤：tea66",
      "加我薇X tea66",
      "兼zhi日结",
      "刷dān日结",
      "贷购韩妆",
      "发piao代开",
      "卖jia货",
      "du bo平台",
      "減肥鉮器",
      "加扣扣或者加围信"
    ]
  },
  {
    kind: "claims",
    texts: [
      "全网No.①的奶茶",
      "本店奶茶全国Top 1",
      "我们家的乌龙茶，宇宙第一好喝",
      "星河茶饮，国家ji品质",
      "全国第①家现炒乌龙茶",
      "星河奶茶 最～佳口感",
      "这款面膜效果最最最佳",
      "本品牌奶茶，嘴佳之选",
      "我们的拿铁，蕞高级",
      "顶jí乌龙，限量发售",
      "桂花乌龙，世界级の享受",
      "销量遥遥领先，全国第１"
    ]
  }
]

/** Written when that was done: at the first look 16 of 20 were told. */
export const last: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "转发这条，逮1位锦鲤送全年奶茶",
      "评论区随机捡3位朋友送杯子",
      "关注转发，周日roll5个人送周边",
      "转发就有机会赢取新品礼盒",
      "评论里捏2个欧皇，包邮送茶叶",
      "转发愁奖，三位各得礼盒一份",
      "留言说说你的故事，随机寄出5份小样"
    ]
  },
  {
    kind: "banned words",
    texts: ["v💗：milk99", "加🐧或薇信", "代gòu香水", "收huo不付款卖jiǎ货", "赌 搏平台", "jian zhi日结", "高丽贷"]
  },
  {
    kind: "claims",
    texts: [
      "我家拿铁，国家级ぉ品质",
      "这款面膜zuì佳",
      "全球第1的咖啡",
      "本店蛋糕 顶·级 口感",
      "业内No.1的乌龙茶",
      "zuigaoji的奶茶品质"
    ]
  }
]
