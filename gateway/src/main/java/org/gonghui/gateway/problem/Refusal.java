package org.gonghui.gateway.problem;

/** Everything the gateway itself says no to: status, code for programs, titles for people. */
public enum Refusal {
  REQUEST_MALFORMED(400, "The request is not valid HTTP", "请求不符合 HTTP 规范"),
  PATH_NOT_CANONICAL(400, "The path is not in its one canonical form", "路径格式不规范"),
  QUERY_MALFORMED(400, "The query string is not valid", "查询参数格式不正确"),
  HOST_INVALID(400, "The Host header is missing or given twice", "Host 头缺失或重复"),
  UPGRADE_REFUSED(400, "Connections are not upgraded here", "不支持协议升级"),
  CREDENTIAL_IN_QUERY(400, "Credentials do not belong into a URL", "凭证不得放在网址中"),
  CREDENTIALS_AMBIGUOUS(400, "Send one credential, not several", "只能提供一种凭证"),
  CREDENTIALS_MISSING(401, "Log in, or send a partner key", "请登录或提供合作机构密钥"),
  TOKEN_INVALID(401, "The access token is not valid", "访问令牌无效"),
  KEY_INVALID(401, "The partner key is not valid", "合作机构密钥无效"),
  SCOPE_MISSING(403, "The key has no scope for this service", "密钥没有该服务的权限"),
  ADDRESS_REFUSED(403, "The key may not be used from this address", "密钥不允许从该地址使用"),
  CREDENTIAL_KIND_REFUSED(403, "This route takes another kind of credential", "该接口不接受此类凭证"),
  ORIGIN_REFUSED(403, "Pages of this origin may not ask here", "不接受该来源页面的请求"),
  ROUTE_UNKNOWN(404, "There is no such thing", "未找到"),
  METHOD_NOT_ALLOWED(405, "This method is not possible here", "不支持该请求方法"),
  REQUEST_TIMEOUT(408, "The request did not arrive in time", "请求接收超时"),
  BODY_TOO_LARGE(413, "The body is larger than this route takes", "请求体过大"),
  LINE_TOO_LONG(414, "The request line is too long", "请求行过长"),
  EXPECTATION_FAILED(417, "This expectation cannot be met", "无法满足 Expect 要求"),
  HOST_UNKNOWN(421, "This host is not served here", "本网关不提供该主机的服务"),
  RATE_EXCEEDED(429, "Too many requests, slow down", "请求过于频繁"),
  QUOTA_EXCEEDED(429, "The month's quota is used up", "本月调用额度已用完"),
  HEADERS_TOO_LARGE(431, "The headers are too large", "请求头过大"),
  INTERNAL(500, "The gateway failed", "网关内部错误"),
  UPSTREAM_BROKEN(502, "The service gave no valid answer", "服务响应异常"),
  UPSTREAM_BUSY(503, "The service is busy, try again", "服务繁忙,请稍后重试"),
  UPSTREAM_UNREACHABLE(503, "The service cannot be reached", "服务暂不可用"),
  IDENTITY_UNAVAILABLE(503, "Tokens cannot be checked right now", "暂时无法校验令牌"),
  QUOTA_UNKNOWN(503, "Quotas cannot be counted right now", "暂时无法核算调用额度"),
  UPSTREAM_TIMEOUT(504, "The service did not answer in time", "服务响应超时");

  private final int status;
  private final String title;
  private final String titleZh;

  Refusal(int status, String title, String titleZh) {
    this.status = status;
    this.title = title;
    this.titleZh = titleZh;
  }

  public int status() {
    return status;
  }

  public String title(boolean chinese) {
    return chinese ? titleZh : title;
  }

  /** The refusal with its reason; never put a credential or personal data into it. */
  public Refused because(String detail) {
    return new Refused(this, detail, 0);
  }

  public Refused retryAfter(int seconds, String detail) {
    return new Refused(this, detail, seconds);
  }
}
