namespace FmeTyped.Tests.Jobs;

public sealed class FmeJobStatusTests
{
    [Theory]
    [InlineData("SUBMITTED", "queued")]
    [InlineData("QUEUED", "queued")]
    [InlineData("queued", "queued")]
    [InlineData("DELAYED", "queued")]
    [InlineData("PAUSED", "queued")]
    [InlineData("PULLED", "running")]
    [InlineData("IN_PROCESS", "running")]
    [InlineData("running", "running")]
    [InlineData("SUCCESS", "final success")]
    [InlineData("success", "final success")]
    [InlineData("FME_FAILURE", "final")]
    [InlineData("JOB_FAILURE", "final")]
    [InlineData("failure", "final")]
    [InlineData("ABORTED", "final cancelled")]
    [InlineData("cancelled", "final cancelled")]
    [InlineData("DELETED", "final")]
    [InlineData("HIBERNATING", "")]
    [InlineData("", "")]
    public void Each_word_has_its_meaning(string text, string meaning)
    {
        var status = new FmeJobStatus(text);

        Assert.Equal(meaning, string.Join(' ', Meanings(status)));
        Assert.Equal(text, status.ToString());
    }

    [Fact]
    public void Words_are_compared_without_case()
    {
        Assert.Equal(new FmeJobStatus("SUCCESS"), new FmeJobStatus("success"));
        Assert.Equal(new FmeJobStatus("SUCCESS").GetHashCode(), new FmeJobStatus("success").GetHashCode());
        Assert.True(new FmeJobStatus("SUCCESS") != new FmeJobStatus("FME_FAILURE"));
    }

    [Fact]
    public void No_status_is_not_final() => Assert.False(default(FmeJobStatus).IsFinal);

    private static IEnumerable<string> Meanings(FmeJobStatus status) =>
        new[]
        {
            (status.IsQueued, "queued"),
            (status.IsRunning, "running"),
            (status.IsFinal, "final"),
            (status.IsSuccess, "success"),
            (status.IsCancelled, "cancelled"),
        }
            .Where(pair => pair.Item1)
            .Select(pair => pair.Item2);
}
