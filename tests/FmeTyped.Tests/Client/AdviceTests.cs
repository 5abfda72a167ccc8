using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>What the error of a refusal tells the caller to do.</summary>
public sealed class AdviceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "401 Unauthorized. Check that the token is right, enabled and not expired. Nothing was submitted.")]
    [InlineData(403, "403 Forbidden. Give the token's user the permission that is missing, or use another token.")]
    [InlineData(
        404,
        "404 NotFound. Check the names of the repository and the workspace, and that the token's user may see them. If the options set ApiVersion, the server "
            + "has to have that version: version 4 begins with FME Flow 2025.1, and version 3 ends with 2026.1.")]
    public async Task Of_a_submission(int status, string told)
    {
        FmeException error = await ErrorOfAsync(status, fme => fme.SubmitAsync(new AustinDownload(), Token));

        Assert.Equal($"Could not submit Samples/austinDownload.fmw: the server answered {told}", error.Message);
    }

    [Theory]
    [InlineData(401, "401 Unauthorized. Check that the token is right, enabled and not expired.")]
    [InlineData(403, "403 Forbidden. Give the token's user the permission that is missing, or use another token.")]
    [InlineData(404, "404 NotFound. The job's record may have been deleted, or belong to another server.")]
    public async Task Of_a_job(int status, string told)
    {
        FmeException error = await ErrorOfAsync(status, fme => fme.GetJob(5).GetRecordAsync(Token));

        Assert.Equal($"Could not read job 5: the server answered {told}", error.Message);
    }

    [Fact]
    public async Task Of_a_list()
    {
        FmeException error = await ErrorOfAsync(404, fme => fme.ListJobsAsync(cancellationToken: Token).ListOfAsync());

        Assert.Equal(
            "Could not list the jobs: the server answered 404 NotFound. Check the names, and that the token's user may see what they stand for.",
            error.Message);
    }

    private static async Task<FmeException> ErrorOfAsync(int status, Func<FmeFlowClient, Task> call)
    {
        using var server = new StubServer().Answer((HttpStatusCode)status);
        using FmeFlowClient fme = server.Client();
        return await Assert.ThrowsAnyAsync<FmeException>(() => call(fme));
    }
}
