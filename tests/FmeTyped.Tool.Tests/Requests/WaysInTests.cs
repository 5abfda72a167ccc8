using System.Reflection;
using System.Text.Json;
using FmeTyped.Metadata;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Tool.Requests;
using FmeTyped.Tool.Terminal;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Requests;

/// <summary>
/// Unset, blank and value are three things on every way in: an initializer, JSON, the command line, and a form, in which an untouched field is empty.
/// </summary>
public class WaysInTests
{
    private const string Blanks = "  ";
    private const string SecretVariable = "FMETYPED_WAYS_IN_TEST";

    // What a parameter may be, by the keys of its record; (1) may it be blank, (2) has it a default.
    private static readonly (string Name, bool MayBeBlank, bool HasDefault)[] Variants =
    [
        ("required", false, false), ("with a default", false, true), ("optional", true, false), ("optional with a default", true, true),
    ];

    private static readonly EquatableArray<Workspace> Workspaces = SchemaFileReader.Read(Schema()).Workspaces;
    private static readonly Assembly Generated = Compiler.Load([.. Workspaces], Initializers());

    public static TheoryData<int, WayInKind> Kinds()
    {
        var kinds = new TheoryData<int, WayInKind>();
        for (int i = 0; i < WayInKind.All.Count; i++)
        {
            kinds.Add(i, WayInKind.All[i]);
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_text_is_blank_in_JSON_and_a_problem_where_blank_does_not_fit(int index, WayInKind kind) =>
        AssertAll(index, kind, ExpectedOfEmpty, variant => FromJson(variant, "\"\""));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_text_is_blank_on_the_command_line_and_a_problem_where_blank_does_not_fit(int index, WayInKind kind) =>
        AssertAll(index, kind, ExpectedOfEmpty, variant => FromCommandLine(variant, "P="));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_blank_in_an_initializer_is_blank_and_a_problem_where_blank_does_not_fit(int index, WayInKind kind) =>
        AssertAll(
            index,
            kind,
            (name, mayBeBlank, hasDefault) => CanBeWrittenBlank(kind, mayBeBlank, hasDefault) ? ExpectedOfEmpty(kind, mayBeBlank) : "does not compile",
            variant => FromInitializer(variant, "Blank"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_field_of_a_form_is_unset_where_blank_does_not_fit_and_blank_elsewhere(int index, WayInKind kind)
    {
        foreach (FmeParameterValue empty in (FmeParameterValue[])["", (string[])[""], Array.Empty<string>()])
        {
            AssertAll(
                index,
                kind,
                (name, mayBeBlank, hasDefault) => mayBeBlank || kind.EmptyIsOption ? ExpectedOfEmpty(kind, mayBeBlank) : hasDefault ? "unset" : "Missing",
                variant => FromForm(variant, empty));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_null_or_absent_is_unset_on_every_way(int index, WayInKind kind)
    {
        AssertAll(index, kind, ExpectedOfUnset, variant => FromJson(variant, "null"));
        AssertAll(index, kind, ExpectedOfUnset, variant => FromJson(variant, null));
        AssertAll(index, kind, ExpectedOfUnset, variant => FromForm(variant, null));
        AssertAll(index, kind, ExpectedOfUnset, variant => FromCommandLine(variant));
        AssertAll(
            index,
            kind,
            (name, mayBeBlank, hasDefault) => mayBeBlank || hasDefault ? "unset" : "does not compile",
            variant => FromInitializer(variant, "Null"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_is_sent_from_every_way(int index, WayInKind kind)
    {
        AssertAll(index, kind, (_, _, _) => $"'{kind.Text}'", variant => FromJson(variant, JsonSerializer.Serialize(kind.Text)));
        AssertAll(index, kind, (_, _, _) => $"'{kind.Text}'", variant => FromForm(variant, kind.Text));
        AssertAll(index, kind, (_, _, _) => $"'{kind.Text}'", variant => FromForm(variant, (string[])[kind.Text]));
        AssertAll(index, kind, (_, _, _) => $"'{kind.Text}'", variant => FromInitializer(variant, "Value"));
        AssertAll(index, kind, (_, _, _) => $"'{kind.Text}'", variant => FromCommandLine(variant, Argument(kind, kind.Text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blanks_are_no_empty_text_on_any_way(int index, WayInKind kind)
    {
        string expected = kind.TakesWhitespace ? $"'{Blanks}'" : kind.Record.Contains("choices", StringComparison.Ordinal)
            || kind.Record.Contains("checkbox", StringComparison.Ordinal) ? "UnknownOption" : "Malformed";
        AssertAll(index, kind, (_, _, _) => expected, variant => FromJson(variant, $"\"{Blanks}\""));
        AssertAll(index, kind, (_, _, _) => expected, variant => FromForm(variant, Blanks));
        AssertAll(
            index,
            kind,
            (_, _, _) => expected.StartsWith('\'') ? expected : "refused",
            variant => FromCommandLine(variant, Argument(kind, Blanks)) is { } got && got.StartsWith('\'') ? got : "refused");
    }

    private static string ExpectedOfEmpty(WayInKind kind, bool mayBeBlank) => mayBeBlank || kind.EmptyIsOption ? "blank" : "Blank";

    private static bool CanBeWrittenBlank(WayInKind kind, bool mayBeBlank, bool hasDefault) => kind.HoldsBlank || (mayBeBlank && hasDefault);

    private static string ExpectedOfUnset(string variant, bool mayBeBlank, bool hasDefault) => mayBeBlank || hasDefault ? "unset" : "Missing";

    private static void AssertAll(int index, WayInKind kind, Func<WayInKind, bool, string> expected, Func<int, string> actual) =>
        AssertAll(index, kind, (_, mayBeBlank, _) => expected(kind, mayBeBlank), actual);

    private static void AssertAll(int index, WayInKind kind, Func<string, bool, bool, string> expected, Func<int, string> actual)
    {
        for (int i = 0; i < Variants.Length; i++)
        {
            (string name, bool mayBeBlank, bool hasDefault) = Variants[i];
            string wanted = expected(name, mayBeBlank, hasDefault);

            // A property that cannot hold a blank is null for it. Without a default, FME makes no difference.
            bool isSame = wanted == "blank" && !kind.HoldsBlank && !kind.EmptyIsOption && !hasDefault;
            string got = actual((index * Variants.Length) + i);
            Assert.True(got == wanted || (isSame && got == "unset"), $"{kind} {name}: {wanted} is wanted, and it is {got}.");
        }
    }

    private static Type TypeOf(int variant) => Generated.GetType($"App.Fme.Test.W{variant}", throwOnError: true)!;

    private static string FromJson(int variant, string? value)
    {
        try
        {
            return OutcomeOf((IFmeRequest)JsonSerializer.Deserialize(value is null ? "{}" : $$"""{ "P": {{value}} }""", TypeOf(variant))!);
        }
        catch (JsonException error) when (error.InnerException is FmeValidationException invalid)
        {
            return KindsOf(invalid.Errors);
        }
    }

    private static string FromForm(int variant, FmeParameterValue? value)
    {
        var values = new Dictionary<string, FmeParameterValue>();
        if (value is { } posted)
        {
            values.Add("P", posted);
        }

        object?[] read = [values, null, null];
        return (bool)TypeOf(variant).GetMethod("TryRead")!.Invoke(null, read)!
            ? OutcomeOf((IFmeRequest)read[1]!)
            : KindsOf((IReadOnlyList<FmeValidationError>)read[2]!);
    }

    private static string FromInitializer(int variant, string method) =>
        Generated.GetType("Initializers", throwOnError: true)!.GetMethod($"{method}{variant}") is { } initializer
            ? OutcomeOf((IFmeRequest)initializer.Invoke(null, null)!)
            : "does not compile";

    private static string FromCommandLine(int variant, params string[] arguments)
    {
        try
        {
            return OutcomeOf(RequestArguments.Read(
                WorkspaceDescriptors.From(Workspaces[variant]), arguments, new SecretInput(new Output(TextWriter.Null, TextWriter.Null, null))).ToRequest());
        }
        catch (ToolException refused)
        {
            return refused.Message.Contains("blank", StringComparison.Ordinal) || refused.Message.Contains("at least one", StringComparison.Ordinal) ? "Blank"
                : refused.Message.Contains("has to be set", StringComparison.Ordinal) ? "Missing"
                : refused.Message;
        }
    }

    // A secret does not stand on the command line.
    private static string Argument(WayInKind kind, string text)
    {
        Environment.SetEnvironmentVariable(SecretVariable, text);
        return kind.IsSecret ? $"P={SecretInput.VariableMark}{SecretVariable}" : $"P={text}";
    }

    private static string OutcomeOf(IFmeRequest request) =>
        request.Validate() is { Count: > 0 } errors ? KindsOf(errors)
        : !request.ToParameterValues(includeSecrets: true).TryGetValue("P", out FmeParameterValue value) ? "unset"
        : value.IsBlank ? "blank"
        : $"'{value.Text}'";

    private static string KindsOf(IReadOnlyList<FmeValidationError> errors) => string.Join(", ", errors.Select(error => error.Kind));

    private static string Schema() => $$"""
        { "format": 1, "workspaces": [{{string.Join(",\n", WayInKind.All.SelectMany(WorkspacesOf))}}] }
        """;

    private static IEnumerable<string> WorkspacesOf(WayInKind kind, int index) => Variants.Select((variant, i) => $$"""
        { "repository": "Test", "workspace": "w{{(index * Variants.Length) + i}}.fmw", "parameters": [{ "name": "P", "prompt": "P", {{kind.Record}},
          "required": {{(variant.MayBeBlank ? "false" : "true")}}{{(variant.HasDefault ? $", \"defaultValue\": {DefaultOf(kind)}" : "")}} }] }
        """);

    private static string DefaultOf(WayInKind kind) => kind.Default is ['\'', .. var text, '\''] ? JsonSerializer.Serialize(text) : kind.Default;

    private static string Initializers() => $$"""
        internal static class Initializers
        {
        {{string.Concat(WayInKind.All.SelectMany(InitializersOf))}}
        }
        """;

    private static IEnumerable<string> InitializersOf(WayInKind kind, int index) => Variants.SelectMany((variant, i) =>
    {
        int number = (index * Variants.Length) + i;
        string type = $"App.Fme.Test.W{number}";
        string Method(string name, string value) => $"public static FmeTyped.IFmeRequest {name}{number}() => new {type} {{ P = {value} }};\n";
        return (IEnumerable<string>)
        [
            Method("Value", kind.CSharp.Replace("{0}", type, StringComparison.Ordinal)),
            variant.MayBeBlank || variant.HasDefault ? Method("Null", "null") : "",
            CanBeWrittenBlank(kind, variant.MayBeBlank, variant.HasDefault) ? Method("Blank", kind.IsList ? "[]" : "FmeTyped.FmeBlank.Value") : "",
        ];
    });
}
