namespace FmeTyped;

/// <summary>
/// A request to a workspace that the data download service can run. Generated types implement it if the schema file lists the service under
/// <c>services</c>, or lists no services at all.
/// </summary>
public interface IFmeDataDownloadRequest : IFmeRequest;
