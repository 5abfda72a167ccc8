using System.Diagnostics;

namespace FmeTyped;

/// <summary>
/// Redacts secrets in texts from elsewhere, in case they echo them: the client's own token, the tokens and passwords that were sent lately, and the secrets
/// of the jobs that the client submitted.
/// </summary>
internal sealed class Redactor
{
    /// <summary>For how many jobs, and for how many submissions with a lost response, the secrets are kept.</summary>
    public const int MostJobs = 10_000;

    // A refused token and its successors; an echo of an older one is very unlikely.
    private const int MostSecrets = 16;

    private readonly object _gate = new();

    private readonly RecentSecrets<long> _ofJobs = new(MostJobs);
    private readonly RecentSecrets<string> _ofLost = new(MostJobs);
    private int _kept;

    // The permanent one comes first, if there is one.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile SecretText[] _secrets = [];

    /// <summary>Redacts a secret for the lifetime of the client.</summary>
    public void Keep(string secret)
    {
        lock (_gate)
        {
            _secrets = [new SecretText(secret), .. _secrets.AsSpan(_kept)];
            _kept = 1;
        }
    }

    /// <summary>Redacts a secret from now on, until newer ones replace it.</summary>
    public void Add(string secret)
    {
        if (_secrets is not [.., var last] || !last.Is(secret))
        {
            AddLast(secret);
        }
    }

    /// <summary>Redacts a job's secrets in every text about the job.</summary>
    public void Remember(long job, IReadOnlyList<SecretText> secrets) => _ofJobs.Add(job, secrets);

    /// <summary>Keeps the secrets of a submission whose job is not known yet.</summary>
    public void RememberLost(string correlationKey, IReadOnlyList<SecretText> secrets) => _ofLost.Add(correlationKey, secrets);

    /// <summary>Assigns a submission's secrets to its job, which was found.</summary>
    public void Found(string correlationKey, long job)
    {
        if (_ofLost.TryGet(correlationKey, out IReadOnlyList<SecretText>? secrets))
        {
            Remember(job, secrets);
        }
    }

    /// <summary>An error's text without secrets, if it may be about any job.</summary>
    public string RedactOfAllJobs(string text) => SecretText.Mask(text, [.. _secrets, .. _ofJobs.All(), .. _ofLost.All()]);

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="job">The job that the text is about; null for none.</param>
    /// <param name="others">Other secrets.</param>
    public string Redact(string text, long? job = null, IReadOnlyList<SecretText>? others = null) => SecretText.Mask(text, SecretsFor(job, others));

    /// <summary>The media type without secrets. A short one can be a part of a usual type, and is not masked there.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="job">The job whose result has it; null for none.</param>
    /// <param name="others">Other secrets.</param>
    public string RedactMediaType(string mediaType, long? job, IReadOnlyList<SecretText>? others) =>
        SecretText.Mask(mediaType, [.. SecretsFor(job, others).Where(secret => secret.IsMaskedIn(mediaType))]);

    private void AddLast(string secret)
    {
        lock (_gate)
        {
            SecretText[] kept = _secrets[.._kept];
            SecretText[] others = Array.FindAll(_secrets[_kept..], known => !known.Is(secret));
            _secrets = [.. kept, .. others.AsSpan(Math.Max(0, others.Length - MostSecrets + 1)), new SecretText(secret)];
        }
    }

    private IReadOnlyList<SecretText> SecretsFor(long? job, IReadOnlyList<SecretText>? others)
    {
        IReadOnlyList<SecretText> secrets = _secrets;
        if (job is { } id && _ofJobs.TryGet(id, out IReadOnlyList<SecretText>? ofJob))
        {
            secrets = [.. secrets, .. ofJob];
        }

        return others is null ? secrets : [.. secrets, .. others];
    }
}
