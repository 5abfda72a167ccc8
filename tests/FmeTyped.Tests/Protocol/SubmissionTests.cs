using FmeTyped.Tests.Sample;

namespace FmeTyped.Tests.Protocol;

public sealed class SubmissionTests
{
    [Fact]
    public void A_secret_that_holds_another_is_masked_first()
    {
        var options = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["PASSWORD_1"] = "ab", ["PASSWORD_2"] = "abcd", ["PASSWORD_3"] = "abc", ["NOTE"] = "abcde" } };
        var submission = new Submission(new AustinDownload(), "Samples", "austinDownload.fmw", options) { CorrelationKey = "key" };

        Assert.Equal(["abcd", "abc", "ab"], submission.FindSecrets());
    }
}
