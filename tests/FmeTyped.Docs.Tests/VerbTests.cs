using System.Reflection;
using System.Text.RegularExpressions;

namespace FmeTyped.Docs.Tests;

/// <summary>docs/guides/running-jobs.md says what the verbs of the public methods mean: all of them, and no others.</summary>
public sealed partial class VerbTests
{
    private static readonly Type[] Types = [typeof(FmeFlowClient), typeof(FmeJob), typeof(FmeResources), typeof(FmeFlowAdministration)];

    [Fact]
    public void Every_verb_is_explained_and_every_explained_verb_is_used()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "guides", "running-jobs.md"));
        string list = page[page.IndexOf("## One verb, one meaning", StringComparison.Ordinal)..];

        Assert.Equal(
            Methods().Select(method => VerbOf(method.Name)).Distinct().Order(StringComparer.Ordinal),
            Row().Matches(list).SelectMany(row => row.Groups["verb"].Captures).Select(verb => verb.Value).Order(StringComparer.Ordinal));
    }

    // What can be seen of a method's meaning in its signature.
    [Fact]
    public void A_verb_returns_the_same_kind_of_thing_everywhere() => Assert.All(Methods(), method =>
    {
        Type result = method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? type.GetGenericArguments()[0]
            : method.ReturnType;
        bool fits = VerbOf(method.Name) switch
        {
            "List" or "Read" or "Watch" => IsSequence(result),
            "Open" or "Stream" or "Download" => typeof(Stream).IsAssignableFrom(result) || result == typeof(FmeDownload),
            "Get" or "Find" or "Submit" or "Resume" =>
                !IsSequence(result) && result != typeof(Task) || IsSequence(result) && method.Name.Contains("All", StringComparison.Ordinal),
            "Save" or "Delete" => result == typeof(Task),
            _ => true,
        };
        Assert.True(fits, $"{method.DeclaringType!.Name}.{method.Name} returns {result}");
    });

    [Fact]
    public void What_asks_the_server_is_asynchronous_and_takes_a_token_last() => Assert.All(Methods(), method =>
    {
        bool isAsynchronous = typeof(Task).IsAssignableFrom(method.ReturnType) || IsSequence(method.ReturnType);
        Assert.Equal(isAsynchronous, method.Name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Equal(isAsynchronous, method.GetParameters().LastOrDefault()?.ParameterType == typeof(CancellationToken));
    });

    // Lists of results come as a type that nobody can change.
    [Fact]
    public void Lists_are_read_only()
    {
        IEnumerable<Type> types =
            Types.Select(type => type.Assembly).Distinct().SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type != typeof(FmeFlowOptions));
        IEnumerable<(string, Type)> members =
            types.SelectMany(type => type.GetProperties().Select(property => ($"{type.Name}.{property.Name}", property.PropertyType)))
                .Concat(types.SelectMany(type => type.GetMethods().Select(method => ($"{type.Name}.{method.Name}", method.ReturnType))));

        Assert.DoesNotContain(members, member => member.Item2.IsArray
            || (member.Item2.IsGenericType
                && member.Item2.GetGenericTypeDefinition() is { } list
                && (list == typeof(List<>) || list == typeof(IList<>) || list == typeof(ICollection<>))));
    }

    private static IEnumerable<MethodInfo> Methods() => Types
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object));

    private static string VerbOf(string name) => Verb().Match(name).Value;

    private static bool IsSequence(Type type) =>
        type == typeof(FmeJobList) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    [GeneratedRegex("^[A-Z][a-z]+")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\* (?:`(?<verb>\w+)`(?:, | ))+", RegexOptions.Multiline)]
    private static partial Regex Row();
}
