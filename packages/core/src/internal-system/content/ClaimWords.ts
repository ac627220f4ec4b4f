/**
 * The vocabulary of claims: goods of many trades, what is praised in them, and words that are plain language more often than claims.
 *
 * @module
 * @internal
 */

/** Words that are plain language more often than claims, and where they are none. */
export const plain: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  // The highest of several grades.
  最高级: (_, right) => /^[是为]/.test(right),
  // 最好 before what is done is advice.
  最好: (left, right) => /[你我他她它们]$/.test(left) || !/^(?:$|[的吃喝用看玩了,:~、 ]|之一)/.test(right),
  绝对: (_, right) =>
    !/^(?:$|[,~ ]|是?(?:正|真|好|值|超|赞|新鲜|安全|放心|有效|满意|划算|推荐|优惠|实惠|一流|够|给力|美味|天然|健康|无|零|保|领先|专业|权威|物|便宜|第一|首选|最))/.test(
      right
    ),
  // 第一 in front, or with a 第二 to come, counts.
  第一: (left, right) => isRank(left, right, /^(?:$|[,~的]|品牌|名|大|好|美|香|高|快|流)/),
  第1: (left, right) => isRank(left, right, /^(?:$|[,~的]|品牌|名)/),
  永久: (_, right) => !/^(?:$|[,~]|保|免费|有效|不|性)/.test(right),
  唯一: (_, right) => !/^(?:$|[,~]|的?(?:一[家款个]|官方|指定|正品|授权|选择|品牌))/.test(right),
  最大: (left) => /[到至]$|影响$|音量/.test(left),
  最高: (_, right) => /^(?:领导|学府|法|检|境界|议事|权力|统帅|奖)/.test(right),
  最先: () => true
}

/** Whether a 第一 tells a place in a row: in front, with a 第二 to come, or of what is none of the praised. 第一名的烤鸭 and 江城第一烤鱼 tell none. */
const isRank = (left: string, right: string, praised: RegExp): boolean =>
  left.trim() === "" ? !/^(?:名|品牌)的/.test(right) : !amongAll.test(left) && !praised.test(right)
const amongAll = /(?:[城国省市县镇村街界业网球]|天下|地表)$/

/** Goods and shops, as far as trades have common words for them; a brand's own names stand in its handbook. */
export const goods =
  /商品|产品|本品|[本小]店|我司|本公司|我们家|品牌|新品|上新|套餐|礼盒|正品|[这该新同]款|款式|机型|车型|购买(?!力)|选购|抢购|旗舰店|门店|外卖|茶|咖啡|乌龙(?!球|事件)|普洱|龙井|拿铁|美式(?!足)|摩卡|冷萃|抹茶|奶[茶粉昔]|饮料|果汁|[面眼手]霜|水乳|乳液|面膜|洁面|洗面奶|护肤|护手|精华|口红|唇釉|粉底|气垫|眼影|香水|防晒|洗发|沐浴|牙膏|清洁剂|洗衣液|纸巾|手机|耳机|相机|电脑|家电|键盘|鼠标|音箱|冰箱|空调|洗衣机|吸尘器|净化器|电饭煲|空气炸锅|保温杯|水杯|茶具|床垫|沙发|枕头|衣服|裙子|羽绒服|外套|t恤|球鞋|跑鞋|童装|背包|行李箱|珠宝|好吃|好喝|炒菜|点菜|[盖拌炒米]饭|饼|烤[鸭鱼肉串]|火锅|项链|耳环|戒指|手表|[扫吸洗]地机|炸鸡|鸡[翅排]|牛蛙|披萨|汉堡|蛋糕|面包|月饼|粽子|冰淇淋|雪糕|[酸牛羊]奶|矿泉水|水果|零食|坚果|大米|食用油|螺蛳粉|凉皮|小龙虾|海鲜|牛排|牛肉|卤味|甜品|巧克力|小吃|火锅|烧烤|寿司|驴肉|小米|酒[店水]/

/** What is said of nothing but what one sells, behind the superlative: 世界领先的科技，尽在本品牌. */
export const selling =
  /尽在|就[选来]|非[^,。!?\n]{1,4}莫属|本[店品]|我们家|我家|欢迎(?:品尝|选购|光临)|上市|上新|买它|下单|开售|开抢|抢购|速来/

/** What is said to be good about goods, in front of the superlative or behind it. */
export const praised =
  /品质|质量|水准|口感|味道|口味|风味|价[格钱位]|性价比|销量|功效|疗效|效果|服务|配方|工艺|做工|面料|材质|这家|那家/

/** Words that are said of goods and nothing else. */
export const offers =
  /便宜|实惠|划算|低价|优惠|好吃|好喝|耐用|值得买|畅销|销量|品牌|全网|首发|史上最低|历史最低|跳楼价|秒杀|国家免检|驰名商标/
