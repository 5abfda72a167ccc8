using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The error responses of v4. The texts are those of fmeflow-cli fixtures.</summary>
internal static class V4Refusal
{
    /// <summary>Missing and forbidden items give the same response.</summary>
    public static RefusedException MissingRepository(string user) => Missing(user);

    public static RefusedException MissingConnection(string user) => Missing(user);

    public static RefusedException MissingTopic(string user) => Missing(user);

    public static RefusedException MissingWorkspace(string name) => NotFound($"Item {name} does not exist.");

    public static RefusedException MissingJob(long id) => NotFound(MissingJobText(id));

    /// <summary>422 and not 404, as in the fixtures of cancelling.</summary>
    public static RefusedException CannotCancel(long id, bool exists) => new(
        StatusCodes.Status422UnprocessableEntity,
        exists ? $"Job \"{id}\" is already complete and cannot be cancelled." : MissingJobText(id));

    public static RefusedException Invalid(string name, string problem) => Invalid(new Dictionary<string, string> { [name] = problem });

    public static RefusedException Invalid(IReadOnlyDictionary<string, string> problems) =>
        new(StatusCodes.Status422UnprocessableEntity, "Parameter Validation Failed") { Details = problems };

    public static RefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    private static RefusedException Missing(string user) =>
        NotFound($"Unauthorized request by user {user} due to lack of proper permissions or the object does not exist.");

    private static string MissingJobText(long id) => $"The job for ID \"{id}\" does not exist.";
}
