/**
 * What people say of draws, by the part that it has in one: what is asked of those who take part, how some of them are chosen, what they get.
 *
 * Every pattern looks at a bounded stretch of the folded text. `latin` words stand for themselves, as pieces of longer ones they mean nothing.
 *
 * @module
 * @internal
 */

const latin = (words: string): string => `(?<![a-z])(?:${words})(?![a-z])`

/** How many: in figures, in characters, or nobody knows. */
const number = "(?:\\d{1,6}|[一二两三四五六七八九十百千几]{1,9}|数|若干)\\s?"

/** Who takes part in a draw, as accounts call them. */
const fan =
  "(?:人|粉|宝|姐|兄|哥|弟|妹|幸运|锦鲤|欧皇|朋友|小(?!时)|网友|友友|用户|读者|顾客|会员|客人|观众|同学|童鞋|亲|家人|老铁|铁|鹅|崽|天使|号|id|有缘|真爱|评论|留言|回复|转发|得主|参与|球迷|书友|茶友|车主|玩家)"

/** A part of a sentence ends, or what is given follows. */
const rest = "(?=送|赠|得|寄|请|来|出来|免|奖|发|给|各|每|最|[\\ud83c-\\ud83e]|[,。!?;:~\\s]|$)"

/** So many people, or so many of what they have said. */
const people = `(?:${number}(?:位|名|人|[个只条枚](?=最?${fan})|[个条]${rest}|[个对只条](?=[^,。!?\\n]{1,4}[送得赠寄领收免获]))|[仨俩](?:个?人|${fan}|${rest}))`

/** So much of what is given. */
const pieces = `${number}[份套台盒箱件瓶部支杯张本包双对副枚罐提束单]`

/** What is asked of people: to pass on, to answer, to show what they bought. 转 and 评 alone are short for it beside each other. */
export const ask = new RegExp(
  [
    "转发|转(?=[评赞粉关并后抽揪,、+/& ]|起来|走|一下|个?[这本此]|给|到|$)|[评赞](?=[转赞评后抽揪+/&]|$)",
    latin("rt|zf|zpz?|tag|follow|like|comment|repost|retweet|share|subscribe"),
    '评论(?![员家])|留(?:下|个)?(?:言|名(?!字)|爪|评|脚印)|回复(?!@)|弹幕|冒个?泡|举个?手|扣个?\\d|[打敲]个?[\\d"“「]|许[个下]?[^,。!?\\n]{0,3}愿|接龙|盖楼|[抢踩]楼|报名|预约',
    "关注|[点按]个?赞|按讚|点[个点]?(?:关注|红心|小心|爱心|心)|红心|集赞|\\d赞|赞[过满破到]\\d|助力|三连|收藏|分享(?=[本这此到给至并后+、你,。!])|打卡|签到|投票|投稿|提交|答题|答对|[竞猜]猜|猜[中对比]|有奖问答",
    "(?<!重在)参[与加](?![的过了感])|带上?(?:话题|图|tag)|发(?:博|微博|帖|笔记|动态|视频|个)|晒(?:单|图|照|出|晒|一?下)|艾特|@[^。!?\\n]{0,4}(?:好友|朋友|闺蜜|姐妹|官方)",
    "私信|扫码|下单|进群|加入|到店|进店|消费满|邀请|注册|攻擂|闯关|说[出说句]|写[下出]|聊聊|讲讲|喊出|传给|留个|告诉(?:我们|小编)|谁想要|想白?[要拿]的|(?<!重|主)要的(?=举|扣|评|留|来|宝|朋友|姐|小)|口令|灯牌"
  ].join("|")
)

/** Of that what is done in front of everybody, and leaves a name to choose from. */
export const publicly =
  /转发(?=[这本此带并后送抽键,、+!~])|转评|转赞|评论(?=[区里留写猜接报])|留言(?=[,。!区排写说]|$)|留[下个](?:你|言|名|爪)|写下|弹幕(?=[刷扣里])|打卡(?=[,。!]|$)|点赞(?=[+并])|关注(?=[并+、]|店铺|我们)|先关注|晒出|按个|爪印|接龙|盖楼|扣\d/

/** People of whom some are chosen. */
export const crowd =
  /(?:评论|留言|转发|弹幕|粉丝|回复|点赞|转赞评|参与者?|投稿|笔记|微博|帖子|博文)[区里中内的下底]|粉丝|宠粉|前排|底下|楼下|(?:你们|大家|大伙|各位|[家人姐妹宝子]{2}们)(?:里|中|当中|之中|之间|中间)/

/** What is given, or that it is: 送, 一人一箱, 抱回家. 送祝福 and 送外卖 give nothing. */
export const gift = new RegExp(
  [
    "(?<![配派外运输护接目断播放])送(?!别|行|走|去医|医|餐|外卖|货|祝|福(?!利|袋)|温暖|回|命|葬|终|检|审|来|达|往|到|过|了|的|得|不|[,。!?\\s])|赠|奖(?!状|学|惩|牌|杯|章)|(?<!失|敬|典|婚|葬)礼(?!貌|拜|节|服|仪|堂|让|炮|宾|数)",
    "红包|免单|福利|福袋|获得(?!感)|得到|赢|[拿带抱领拎捧牵]走|[拿带抱搬领]回家|到手|收到|寄(?!托|语|宿|存|生|望)|每人|人手|一人一|各[得获一]|独[享得占]|\\d[元块]|圆梦|实现|清空?购物车|归[你他她谁]|安排上|走起|(?<!避|难|以|不|未)免(?!疫|得|不了|责)|(?<!分)享(?!受)|(?<!带|率|首|本)领(?![导袖域先结])|[可各人位名]得",
    "包邮|请[^,。!?\\n]{0,5}[喝吃看]|请客|承包|包了|买单|报销|免费|不要钱|白[嫖拿送]|试[用吃喝驾]|返(?:现|还|利|你)|全额|现金|优惠|券|🎁|签名|门票|好物|周边|自由(?=[一整全到])|管[够饱]",
    latin("free|gifts?|prizes?|giveaway"),
    pieces
  ].join("|")
)

/** Ways to draw, which are said of little else, and to choose, which are said of much. */
const draws = `(?:抽|揪(?!出)|${latin("chou|roll|rou")}\\s?)`
const chooses =
  "(?:[挑选捞抓捉逮摇抠圈钓薅蹲拉拽扒捡捏砸叫喊点绑请邀宠挖找带接拣揀遴评产]|砸中|翻牌|绑定|掉落|安排|产生|pick|draw)"
const taken = "(?:取|选|中|出|子|上|到|生)?出?[\\s,:]?"

/** Luck and chance by name, the best of what is written, or that nobody knows yet who it is. */
const luck = [
  "随机|随缘|掉落|抓阄|抽签(?!结果)|骰子|摇号|摇一摇|大转盘|幸运[轮转]|扭蛋|盲[选抽]|开盲盒|刮刮|砸金蛋|手气|碰碰?运气|试试运气|运气好|拼人品|翻[\\d一二两三四五几]{1,3}[块个张枚]牌",
  "开个?大?奖|[一二三四特头]等奖|(?<![次喜])(?:[中得]奖|获奖)(?![了机几概])|中签|(?<=[,。!?\\s]|谁|要是|如果)中了|(?<!最)幸运(?=[儿星鹅者奖观粉用宝女读朋小数锦网会顾客抽的]|er)|好运(?:降临|砸)|欧皇|(?<!传递|吸)欧气|锦鲤(?!池)|天选(?!打工)|有缘人|看缘分|🍀",
  "有机会|有几率|有概率|有可能|的?机会[,:]?(?=[送赢得获])|万一中|(?:下一个|没准|说不定|会不会)就?是你|花落谁家|归谁|谁(?:就|能|就能|会|将)?(?=[拿带领抱捧牵]走)|(?:可能|也许)就是你(?![的们])|下一[位个][^,。!?\\n]{0,8}是你(?![的们])|最[^,。!?\\n]{1,5}的那位|前[\\d一二三五十]{1,3}[名位条](?!(?:到店|进店|下单|购买|顾客|客人|会员))|其中[一两三几\\d][位个名]",
  "见分晓|揭晓|公布(?:结果|名单|幸运)|[拉出]个?名单|名额|楼层|第\\d{1,6}(?:[、,和及]\\d{1,6}){0,5}楼|第\\d{1,6}[位个条](?:评论|留言|转发)|尾号|截[屏图](?:[中抽选定送]|第|前)|[日号天晚点周一二三四五六日]开(?=[,。!~\\s]|$)",
  "[挑选][^,。!?\\n]{1,6}的(?:[\\d一两二三几]{1,3}[张条位个名])?(?=[送给寄请免])|(?:赞|票|热度)数?最[多高]|赞数?前[\\d一二三五十]",
  latin("cj|choujiang|giveaway|lucky|raffle|winners?|wins?")
].join("|")

/** Ways in which a choice is promised, by how much of a draw the words make. */
const ways = [
  `(?<drawn>${draws}${taken}(?:${people}|${pieces}|[个位名](?=${fan}|[^,。!?\\n]{1,4}[送给请来])))`,
  `(?<word>[抽丑愁筹瞅绸]大?奖)`,
  "(?<reward>有(?:奖(?!牌|项)|[好大豪厚]礼|礼(?!貌))|(?<!输)赢(?=[取新好一走免限周现加超精万丰]|大奖)|(?<!中|得)(?:[最超]?大|头)奖|奖品(?![已都全收很真不])|福袋(?:已|挂|来|发|上))",
  `(?<chosen>${chooses}${taken}${people}|${luck})`,
  `(?<counted>(?<![有这那的第前和跟与等是万周\\d一二三四五六七八九十]|[发转]给|@)(?!一)${people})`,
  `(?<begun>${draws}(?!出来))`
].join("|")

/** Characters of a pattern with which it may begin: of those in a row the first, and all in brackets, but for what only has to stand beside it. */
const beginnings = ways
  .replace(/\(\?<?[!=][^)]*\)/g, "")
  .replace(/\[[^\]]*\]|[\u4e00-\u9fff]{2,}/g, (part) => (part.startsWith("[") ? part : part.slice(0, 1)))
  .replace(/[^\p{L}\p{N}\p{So}]/gu, "")

/** Every choice in a text. Most characters begin none, and are passed over at once. */
export const choices = new RegExp(`(?=[\\d${beginnings}])(?:${ways})`, "g")

/** What follows a drawing after a call: who or what is drawn, or nothing more. */
export const drawn = new RegExp(
  `^\\s?(?:[取选](?!出)|[取选]?出?${pieces}|[奖送人名位粉礼]|大奖|好礼|一?点儿?小?[东礼奖]|幸运|锦鲤|欧皇|现金|红包|免单|\\d|[,。!?;:\\s]|$)`
)

/** 抽一个人骂我: who is drawn wins nothing. */
export const scolded =
  /^(?:个?人)?(?:来|去|出来)?(?:骂|打|揍|怼|喷|训|批|吵|踢|咬|亲|夸|嫁|娶|陪|聊|回答|检查|提问|背|值日)/
