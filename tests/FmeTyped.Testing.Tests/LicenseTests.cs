using System.Net;

namespace FmeTyped.Testing.Tests;

/// <summary>The license, whose members have different names in the two versions.</summary>
public sealed class LicenseTests
{
    [Theory]
    [InlineData("/fmerest/v3/licensing/license/status", """{"expiryDate":"20991231","maximumEngines":2,"isLicenseExpired":false,"isLicensed":true}""")]
    [InlineData("/fmeapiv4/license/status", """{"expiration":"20991231","maximumEngines":2,"expired":false,"licensed":true}""")]
    public async Task The_license_is_valid_and_has_the_engines_that_there_are(string path, string expected)
    {
        await using Flow flow = await Flow.StartAsync(new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, Engines = 2 });

        Assert.Equal(expected, (await flow.GetAsync(path)).GetRawText());
    }

    [Theory]
    [InlineData("/fmerest/v3/licensing/license/status")]
    [InlineData("/fmeapiv4/license/status")]
    public async Task A_token_without_permission_does_not_see_it(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Http.DefaultRequestHeaders.Authorization = new("fmetoken", "token=weak");
        await flow.GetAsync(path, HttpStatusCode.Forbidden);
    }
}
