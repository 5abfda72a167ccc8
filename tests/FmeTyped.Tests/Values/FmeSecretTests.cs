using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;

namespace FmeTyped.Tests.Values;

public sealed class FmeSecretTests
{
    private const string Password = "kR7 hidden";

    private static readonly FmeParameterDescriptor Parameter = new("PASSWORD", FmeParameterKind.Secret) { MustBeSet = true };

    [Fact]
    public void It_is_sent_as_it_is() =>
        Assert.Equal(Password, TestRequest.SentOf(Parameter, (writer, parameter) => writer.WriteSecret(parameter, Password)).Text);

    [Fact]
    public void It_is_shown_nowhere()
    {
        FmeSecret secret = Password;
        var survey = new Survey { Title = "t", Password = secret };

        Assert.Equal("***", secret.ToString());
        Assert.DoesNotContain(Password, survey.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, JsonSerializer.Serialize(new { survey.Password }), StringComparison.Ordinal);
        Assert.Equal("\"***\"", JsonSerializer.Serialize(secret));
        Assert.Equal("***", typeof(FmeSecret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.Empty(typeof(FmeSecret).GetProperties());
        Assert.DoesNotContain(Password, string.Join(' ', survey.ToParameterValues().Values), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_from_JSON_and_a_mask_is_not()
    {
        Assert.Equal(Password, JsonSerializer.Deserialize<FmeSecret>($"\"{Password}\""));
        Assert.Null(JsonSerializer.Deserialize<FmeSecret>("\"***\""));
        Assert.Null(JsonSerializer.Deserialize<FmeSecret>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FmeSecret>("17"));
    }

    [Fact]
    public void It_is_compared_by_value()
    {
        Assert.Equal(new FmeSecret(Password), Password);
        Assert.Equal(new FmeSecret(Password).GetHashCode(), new FmeSecret(Password).GetHashCode());
        Assert.NotEqual(new FmeSecret(Password), new FmeSecret("other"));
    }

    [Theory]
    [InlineData("***")]
    [InlineData("********")]
    [InlineData("••••")]
    public void A_mask_is_never_taken_for_a_secret(string mask)
    {
        Dictionary<string, FmeParameterValue> values = new() { ["PASSWORD"] = mask };
        var optional = new FmeParameterDescriptor("PASSWORD", FmeParameterKind.Secret) { IsOptional = true };
        var required = new FmeParameterReader(values);

        Assert.Null(new FmeParameterReader(values).ReadSecret(optional));
        Assert.Null(required.ReadSecret(Parameter));

        FmeValidationError problem =
            Assert.Single(FmeRequestReading.Check(required, new TestRequest(writer => writer.WriteSecret(Parameter, null), Parameter)));
        Assert.Equal(FmeValidationErrorKind.Missing, problem.Kind);
        Assert.Contains("mask", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_with_asterisks_in_it_is_one() =>
        Assert.Equal("***a", new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["PASSWORD"] = "***a" }).ReadSecret(Parameter));

    [Fact]
    public void No_problem_shows_it()
    {
        var reader = new FmeParameterReader(new Dictionary<string, FmeParameterValue> { ["PASSWORD"] = new[] { Password, Password } });
        reader.ReadSecret(Parameter);

        Assert.All(
            FmeRequestReading.Check(reader, new TestRequest(writer => writer.WriteSecret(Parameter, null), Parameter)),
            problem => Assert.DoesNotContain(Password, problem.ToString(), StringComparison.Ordinal));
    }
}
