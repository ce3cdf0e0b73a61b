/** Something that is bought in the demo, and what goes wrong with it. */
export interface Goods {
  /** Who sells it. */
  shop: string;
  name: string;
  /** Prices in yuan. */
  from: number;
  through: number;
  promised: string;
  received: string;
  defect: string;
}

function item(
  shop: string,
  name: string,
  [from, through]: [number, number],
  promised: string,
  received: string,
  defect: string,
): Goods {
  return { shop, name, from, through, promised, received, defect };
}

export const goods: readonly Goods[] = [
  item('暖阳服饰', '羽绒服', [300, 1600], '含绒量 90%', '充绒很薄，吊牌写的是 70%', '穿了两次就跑绒'),
  item('极客数码', '扫地机器人', [900, 3600], '支持激光导航', '只会随机碰撞', '充不进电，开机就报错'),
  item('云锦丝绸', '真丝衬衫', [160, 680], '100% 桑蚕丝', '检测为聚酯纤维', '洗一次就抽丝'),
  item(
    '再来数码',
    '二手手机',
    [800, 5200],
    '九五新、电池健康 92%',
    '电池健康只有 78%，边框有磕痕',
    '通话时听筒没有声音',
  ),
  item('小鹿母婴', '儿童自行车', [260, 980], '铝合金车架', '实际是铁架，比描述重一倍', '骑了一周链条就断'),
  item('安居家具', '人体工学椅', [500, 2800], '可调腰托', '没有腰托调节', '气压杆漏气，坐下就下沉'),
  item('小鹿母婴', '进口奶粉', [180, 460], '荷兰原装，保质期一年以上', '罐底日期只剩两个月', '罐体变形且有结块'),
  item('舒展瑜伽馆', '瑜伽课年卡', [1200, 4800], '不限次数、全城通用', '只能在一家门店使用', '门店停业，无法上课'),
  item('妙手家电', '空气炸锅', [150, 520], '5 升容量', '实际只有 3 升', '加热管冒烟'),
  item('山野户外', '运动鞋', [240, 1100], '专柜正品', '与专柜走线、鞋盒编码不一致', '鞋底三天就开胶'),
  item('候鸟酒店预订', '酒店两晚住宿', [380, 2200], '海景大床房', '到店只有背街标间', '房间漏水，中途换房'),
  item('极客数码', '笔记本电脑', [3200, 8900], '16G 内存、未拆封', '只有 8G 内存，封条被拆过', '屏幕出现竖线'),
  item('青禾生鲜', '阳光玫瑰葡萄', [60, 260], '产地直发、单串 700 克', '到货多为散粒', '一半已经发霉'),
  item('安居家具', '实木餐桌', [900, 4200], '全橡木', '桌面是贴皮板材', '桌腿开裂'),
  item('星辰票务', '演唱会门票', [380, 1880], '内场前排', '给的是看台票', '二维码入场时无效'),
  item('极客数码', '蓝牙耳机', [120, 1200], '主动降噪', '没有降噪功能', '左耳没有声音'),
  item('快洁到家', '家政深度保洁', [200, 900], '四小时两人上门', '只来了一人、两小时', '厨房未清洁就离开'),
  item('萌爪宠物', '猫粮', [90, 420], '无谷配方', '配料表里有玉米', '袋内受潮结块'),
];

/** Everybody who sells something of it. */
export const shops: readonly string[] = [...new Set(goods.map(({ shop }) => shop))];
