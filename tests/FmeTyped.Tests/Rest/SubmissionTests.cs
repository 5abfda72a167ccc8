using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;

namespace FmeTyped.Tests.Rest;

public sealed class SubmissionTests
{
    [Fact]
    public void What_is_secret_of_it_are_values_with_secret_names_and_the_secret_parts_of_addresses()
    {
        var options = new FmeRunOptions
        {
            ExtraParameters = new Dictionary<string, FmeParameterValue>
            {
                ["PASSWORD"] = "hunter2",
                ["NOTE"] = "note",
                ["URL"] = "https://me:pass@example.com/a?n=1&sig=0123456789",
            },
        };
        var submission = new Submission(new AustinDownload(), "Samples", "austinDownload.fmw", options) { CorrelationKey = "key" };

        Assert.Equal(
            "*** note https://***@example.com/a?*** *** n=1 ***",
            SecretText.Mask("hunter2 note https://me:pass@example.com/a?n=1&sig=0123456789 pass n=1 0123456789", submission.FindSecrets()));
    }
}
