using System.Net;
using System.Text;

namespace FmeTyped.Tests.Rest;

public sealed class ItemStatusesTests
{
    [Theory]
    [InlineData("""[{"status":"success"},{"status":201}]""", null)]
    [InlineData("""{"items":[{"success":true}]}""", null)]
    [InlineData("""{"status":"ok"}""", null)]
    [InlineData("[]", "[]")]
    [InlineData("""{"items":[]}""", """{"items":[]}""")]
    [InlineData("""[{"status":"success"},{"name":"a.gml","status":"failed","message":"no room"}]""", "a.gml: no room")]
    public void What_is_not_clearly_a_success_is_a_failure(string body, string? failure) =>
        Assert.Equal(failure, ItemStatuses.FindFailure(
            new ServerResponse(HttpStatusCode.MultiStatus, Headers: null, RetryAfter: null, Encoding.UTF8.GetBytes(body), IsCutOff: false)));
}
