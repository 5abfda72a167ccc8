using System.Text.Json;
using System.Text.Json.Serialization;
using FmeTyped.Testing;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Serving;

/// <summary>How the jobs of a workspace end, as a file of outcomes says it.</summary>
internal sealed record ServedOutcome
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public ServedEnd End { get; init; }

    /// <summary>What FME says of a failure.</summary>
    public string? Message { get; init; }

    /// <summary>In seconds.</summary>
    public double? RunTime { get; init; }

    public IReadOnlyDictionary<string, long> FeaturesWritten { get; init; } = new Dictionary<string, long>();

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>The outcomes of a file, by workspace.</summary>
    /// <exception cref="ToolException">The file does not exist, or is no file of outcomes.</exception>
    public static Dictionary<string, ServedOutcome> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file of outcomes {path}; specify it with --outcomes.");
        }

        try
        {
            Dictionary<string, ServedOutcome> outcomes = JsonSerializer.Deserialize<Dictionary<string, ServedOutcome>>(File.ReadAllText(path), Json)
                ?? throw new ToolException($"{path} is null; a file of outcomes is an object with a member for each workspace.");
            foreach ((string workspace, ServedOutcome outcome) in outcomes)
            {
                outcome.Check(path, workspace);
            }

            return outcomes;
        }
        catch (JsonException fault)
        {
            throw new ToolException($"{path} is no file of outcomes: {fault.Message}");
        }
    }

    public FmeJobOutcome ToOutcome() => Ended() with
    {
        RunTime = RunTime is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        FeaturesWritten = [.. FeaturesWritten.Select(type => (type.Key, type.Value))],
        Warnings = Warnings,
        LogLines = LogLines,
    };

    private FmeJobOutcome Ended() => End switch
    {
        ServedEnd.Failure => FmeJobOutcome.Failure(Text),
        ServedEnd.JobFailure => FmeJobOutcome.JobFailure(Text),
        ServedEnd.InnerFailure => FmeJobOutcome.InnerFailure(Text),
        ServedEnd.NeverEnds => FmeJobOutcome.NeverEnds(),
        _ => FmeJobOutcome.Success(),
    };

    private string Text => Message ?? "Translation Failed";

    private void Check(string path, string workspace)
    {
        if (RunTime is { } seconds && !(seconds >= 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2))
        {
            throw new ToolException($"{path}: the runTime of {workspace} has to be a number of seconds from 0 on.");
        }

        if (Message is not null && (End is ServedEnd.Success or ServedEnd.NeverEnds))
        {
            throw new ToolException($"{path}: {workspace} has a message, which only a failure can have; remove it, or set \"end\" to \"failure\".");
        }
    }
}
