using FmeTyped.Schema.Facts;
using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>Explains why a job ended as it did, with its secrets masked.</summary>
internal static class JobExplainer
{
    private const int MostLines = 20;

    /// <summary>Explains a job.</summary>
    /// <param name="record">Its record.</param>
    /// <param name="parameters">Its published parameters.</param>
    /// <param name="log">Its log; null if there is none.</param>
    /// <param name="workspace">Its workspace, which knows the secret parameters; null if only their names can tell.</param>
    /// <param name="redactor">Knows the secrets of jobs that were submitted here, and tokens.</param>
    public static async Task<FmeJobExplanation> ExplainAsync(
        FmeJobRecord record,
        IReadOnlyDictionary<string, FmeParameterValue>? parameters,
        IAsyncEnumerable<string> log,
        FmeWorkspaceDescriptor? workspace,
        Redactor redactor)
    {
        SecretText[] secrets =
        [
            .. (parameters ?? new Dictionary<string, FmeParameterValue>())
                .SelectMany(parameter => IsSecret(parameter.Key, workspace) ? parameter.Value.Items : parameter.Value.Items.SelectMany(UrlSecrets.From))
                .Select(secret => new SecretText(secret)),
        ];
        FmeLogEntry? firstError = null;
        long warnings = 0;
        long errors = 0;
        long number = 0;
        var last = new Queue<string>(MostLines);
        try
        {
            await foreach (string line in log.ConfigureAwait(false))
            {
                FmeLogEntry entry = LogLines.Read(line, ++number);
                warnings += entry.Level == LogLevel.Warning ? 1 : 0;
                if (entry.Level >= LogLevel.Error)
                {
                    errors++;
                    firstError ??= entry.WithMessage(Masked(entry.Message));
                }

                if (last.Count == MostLines)
                {
                    last.Dequeue();
                }

                last.Enqueue(line);
            }
        }
        catch (FmeNotFoundException)
        {
            // A job that no engine took has no log. The rest can be explained anyway.
        }

        return new FmeJobExplanation
        {
            Result = FmeJobResult.From(record).WithMessage(record.StatusMessage is { } message ? Masked(message) : null).WithCounts(warnings, errors),
            Repository = record.Repository,
            Workspace = record.Workspace,
            FirstError = firstError,
            LastLines = [.. last.Select(Masked)],
            Parameters = parameters?.ToDictionary(
                parameter => parameter.Key,
                parameter => IsSecret(parameter.Key, workspace) && !parameter.Value.IsBlank ? FmeSecret.Mask : WithoutUrlSecrets(parameter.Value),
                StringComparer.Ordinal),
        };

        string Masked(string text) => redactor.Redact(text, record.Id, secrets);
    }

    private static FmeParameterValue WithoutUrlSecrets(FmeParameterValue value)
    {
        SecretText[] secrets = [.. value.Items.SelectMany(UrlSecrets.From).Select(secret => new SecretText(secret))];
        return secrets.Length == 0 ? value
            : value.IsList ? new FmeParameterValue([.. value.Items.Select(Masked)])
            : new FmeParameterValue(Masked(value.Items[0]));

        string Masked(string item) => SecretText.Mask(item, secrets);
    }

    // A name can reveal a secret that an old descriptor does not know.
    private static bool IsSecret(string name, FmeWorkspaceDescriptor? workspace) =>
        workspace?.FindParameter(name)?.Kind == FmeParameterKind.Secret
        || SecretNames.Says(name);
}
