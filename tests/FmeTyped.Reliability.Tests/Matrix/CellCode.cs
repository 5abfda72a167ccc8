namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>How the page writes a cell: no two cells that differ have the same code.</summary>
internal static class CellCode
{
    private static readonly Dictionary<string, char> Known = new()
    {
        ["-"] = '-',
        ["yes"] = 'i',
        ["by its key"] = 'k',
        ["by its journal"] = 'j',
        ["by its result"] = 'r',
        ["that it may exist"] = 'm',
    };

    private static readonly Dictionary<string, char> Items = new()
    {
        ["NotSubmitted, "] = 'n',
        ["Unfinished, "] = 'u',
        ["Purged, "] = 'p',
        ["Unknown, "] = 'x',
    };

    /// <summary>What a caller may get, and its code.</summary>
    public static IReadOnlyDictionary<string, string> Outcomes { get; } = new Dictionary<string, string>
    {
        ["success"] = "ok",
        ["`FmeException`"] = "E",
        ["`FmeForbiddenException`"] = "F",
        ["`FmeJobPurgedException`"] = "G",
        ["`FmeNoResultException`"] = "V",
        ["`FmeNotFoundException`"] = "N",
        ["`FmeParametersRefusedException`"] = "R",
        ["`FmeProtocolException`"] = "P",
        ["`FmeServerUnavailableException`"] = "S",
        ["`FmeSubmissionUnknownException`"] = "?",
        ["`FmeUnauthorizedException`"] = "A",
        ["`FmeWaitTimeoutException`"] = "W",
        ["`FmeOperationCanceledException`"] = "C",
        ["`FmeOperationCanceledException` with its submission"] = "C+",
        ["`OperationCanceledException`"] = "O",
        ["`TaskCanceledException`"] = "T",
    };

    public static string From(Cell cell, bool submits)
    {
        string item = Items.Keys.FirstOrDefault(prefix => cell.Outcome.StartsWith(prefix, StringComparison.Ordinal), "");
        string outcome = (item.Length == 0 ? "" : Items[item].ToString()) + Outcomes[cell.Outcome[item.Length..]];
        return submits ? $"{outcome}{cell.Seen}{cell.Jobs}{Known[cell.Known]}" : outcome;
    }
}
