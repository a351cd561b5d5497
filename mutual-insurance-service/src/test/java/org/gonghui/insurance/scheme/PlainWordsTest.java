package org.gonghui.insurance.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.gonghui.insurance.adjudication.Terms;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
  @Test
  void the_federations_terms_read_like_this() {
    assertThat(PlainWords.of(Terms.defaults()))
        .containsExactly(
            "保障首日年满 16 至 60 周岁的在职职工可以参保。",
            "新参保人员的等待期:住院 30 天(意外住院无等待期),重大疾病 180 天,身故 0 天;续保间隔不超过 31 天的无等待期。",
            "住院只计算医保目录内的个人自付部分,每次住院先扣除 500.00 元,其余分段互助补助:"
                + "0.00 至 5000.00 元部分 45%;5000.00 至 10000.00 元部分 50%;"
                + "10000.00 至 20000.00 元部分 55%;20000.00 至 30000.00 元部分 60%;"
                + "30000.00 元以上部分 70%。",
            "每人每年度住院补助最高 50000.00 元。",
            "首次确诊下列重大疾病之一,补助 5000.00 元:恶性肿瘤、白血病、肾衰竭、冠脉搭桥/支架。",
            "身故补助 3000.00 元。",
            "出院、确诊或身故后 180 天内,或保障期满后 3 个月内(以较晚者为准)可以申请。",
            "下列情形不予补助:工伤、第三方责任、生育、整形美容、违法犯罪。");
  }

  @Test
  void texts_for_people_never_speak_of_insurance() {
    assertThat(PlainWords.of(Terms.defaults())).noneMatch(one -> one.contains("保险"));
  }
}
