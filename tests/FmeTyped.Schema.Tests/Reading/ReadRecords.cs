using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

/// <summary>Reads parameters from JSON text.</summary>
internal static class ReadRecords
{
    /// <summary>What the text holds, and the problems with it.</summary>
    public static (EquatableArray<Parameter> Parameters, EquatableArray<SchemaProblem> Problems) All(string json)
    {
        JsonReadResult read = JsonReader.Read(json);
        Assert.Empty(read.Errors);
        var context = new ReadingContext();
        return (ParameterRecords.Read(read.Root!, context), context.Problems);
    }

    /// <summary>The one parameter of the text, which has no problem.</summary>
    public static Parameter One(string json)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = All(json);
        Assert.Empty(problems);
        return Assert.Single(parameters);
    }

    /// <summary>A record of REST v4 with a name and a type, and what else is said.</summary>
    public static Parameter V4(string type, string more = "") =>
        One($$"""{"name": "P", "prompt": "A prompt", "valueType": "string", "type": "{{type}}"{{(more.Length > 0 ? ", " + more : "")}}}""");

    /// <summary>What the readers say of the keys that they do not honour.</summary>
    public static string[] Told(string json) =>
        [.. All(json).Problems.Where(problem => problem.Rule == SchemaRules.UnusableKey).Select(problem => problem.Message)];

    public static (string Value, string Caption)[] Choices(Parameter parameter) =>
        [.. parameter.Choices.Select(choice => (choice.Value, choice.Caption))];
}
