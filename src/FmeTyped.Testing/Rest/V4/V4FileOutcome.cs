using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The outcome of one of several files.</summary>
/// <param name="Name">Its name as it was sent.</param>
/// <param name="Problem">Why it was not saved or deleted; null if it was.</param>
internal sealed record V4FileOutcome(string Name, string? Problem)
{
    /// <summary>The response: as for success, or 207 with each file's outcome if one failed. The format of that body is A042.</summary>
    public static IResult Respond(IReadOnlyList<V4FileOutcome> outcomes, IResult success) => outcomes.All(outcome => outcome.Problem is null)
        ? success
        : JsonResponse.From(
            outcomes.Select(outcome => new { outcome.Name, Status = outcome.Problem is null ? "success" : "error", Message = outcome.Problem }),
            StatusCodes.Status207MultiStatus);
}
